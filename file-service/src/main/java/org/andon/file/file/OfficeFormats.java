package org.andon.file.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Tells office documents from the archives and installers that share their containers (ZIP, OLE 2),
 * by what is inside. Documents with macros in the newer formats are not taken: they are programs.
 */
final class OfficeFormats {
  static final String DOC = "application/msword";
  static final String XLS = "application/vnd.ms-excel";
  static final String PPT = "application/vnd.ms-powerpoint";

  private static final String OOXML = "application/vnd.openxmlformats-officedocument.";
  static final String DOCX = OOXML + "wordprocessingml.document";
  static final String XLSX = OOXML + "spreadsheetml.sheet";
  static final String PPTX = OOXML + "presentationml.presentation";

  private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";
  static final String ODT = OPEN_DOCUMENT + "text";
  static final String ODS = OPEN_DOCUMENT + "spreadsheet";
  static final String ODP = OPEN_DOCUMENT + "presentation";

  private static final Map<String, String> OOXML_BY_PART =
      Map.of("word/document.xml", DOCX, "xl/workbook.xml", XLSX, "ppt/presentation.xml", PPTX);

  /** Far more than a real document has; the rest of a ZIP bomb is not unfolded. */
  private static final int CONTENT_TYPES_BYTES = 4 * 1024 * 1024;

  /** Longer than any of the types. */
  private static final int MIMETYPE_BYTES = 100;

  private static final Map<String, String> OLE2_BY_STREAM = new LinkedHashMap<>();

  static {
    OLE2_BY_STREAM.put("WordDocument", DOC);
    OLE2_BY_STREAM.put("Workbook", XLS);
    OLE2_BY_STREAM.put("Book", XLS);
    OLE2_BY_STREAM.put("PowerPoint Document", PPT);
  }

  private OfficeFormats() {}

  /** Whether a file that begins like this may turn out to be one: their tables are at the end. */
  static boolean mayBe(Path beginning) throws IOException {
    return switch (FileMagic.valueOf(beginning.toFile())) {
      case OOXML, OLE2 -> true;
      default -> false;
    };
  }

  /** The document's media type; empty for anything else. */
  static Optional<String> detect(Path file) throws IOException {
    return switch (FileMagic.valueOf(file.toFile())) {
      case OOXML -> inZip(file);
      case OLE2 -> inOle2(file);
      default -> Optional.empty();
    };
  }

  private static Optional<String> inZip(Path file) throws IOException {
    if (!ZipTable.isSmall(file)) {
      return Optional.empty();
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry mimetype = zip.getEntry("mimetype");
      if (mimetype != null) {
        boolean scripts = zip.stream().anyMatch(entry -> isScript(entry.getName()));
        return Optional.of(start(zip, mimetype))
            .filter(type -> !scripts && Set.of(ODT, ODS, ODP).contains(type));
      }
      boolean macros = zip.stream().anyMatch(entry -> entry.getName().endsWith("vbaProject.bin"));
      ZipEntry contentTypes = zip.getEntry("[Content_Types].xml");
      if (macros || contentTypes == null || hasMacros(zip, contentTypes)) {
        return Optional.empty();
      }
      return OOXML_BY_PART.entrySet().stream()
          .filter(part -> zip.getEntry(part.getKey()) != null)
          .map(Map.Entry::getValue)
          .findFirst();
    } catch (ZipException | EOFException e) {
      return Optional.empty();
    }
  }

  /**
   * By the types of the parts, since parts may be called anything. Read as XML, since a search for
   * the text would miss it in UTF-16 or written with character references.
   */
  private static boolean hasMacros(ZipFile zip, ZipEntry contentTypes) throws IOException {
    try (InputStream bytes = zip.getInputStream(contentTypes)) {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      XMLStreamReader xml =
          factory.createXMLStreamReader(
              new ByteArrayInputStream(bytes.readNBytes(CONTENT_TYPES_BYTES)));
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && isMacroType(xml)) {
          return true;
        }
      }
      return false;
    } catch (XMLStreamException e) {
      // What cannot be read cannot be cleared either.
      return true;
    }
  }

  private static boolean isMacroType(XMLStreamReader element) {
    String type = element.getAttributeValue(null, "ContentType");
    String lower = type == null ? "" : type.toLowerCase(Locale.ROOT);
    return lower.contains("macroenabled") || lower.contains("vbaproject");
  }

  /** Where OpenDocument keeps its macros, whatever their language. */
  private static boolean isScript(String part) {
    String lower = part.toLowerCase(Locale.ROOT);
    return lower.startsWith("basic/") || lower.startsWith("scripts/");
  }

  private static String start(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream bytes = zip.getInputStream(entry)) {
      return new String(bytes.readNBytes(MIMETYPE_BYTES), US_ASCII);
    }
  }

  private static Optional<String> inOle2(Path file) throws IOException {
    if (!Ole2Directory.isSmall(file)) {
      return Optional.empty();
    }
    try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
      return OLE2_BY_STREAM.entrySet().stream()
          .filter(stream -> container.getRoot().hasEntry(stream.getKey()))
          .map(Map.Entry::getValue)
          .findFirst();
    } catch (IOException | RuntimeException e) {
      // POI answers a damaged container with many kinds of exceptions.
      return Optional.empty();
    }
  }
}
