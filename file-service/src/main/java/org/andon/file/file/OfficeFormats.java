package org.andon.file.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Tells office documents from the archives and installers that share their containers (ZIP, OLE 2),
 * by what is inside. Documents with macros in the newer formats are not taken: they are programs.
 */
final class OfficeFormats {
  private static final String OOXML = "application/vnd.openxmlformats-officedocument.";
  private static final Map<String, String> OOXML_BY_PART =
      Map.of(
          "word/document.xml", OOXML + "wordprocessingml.document",
          "xl/workbook.xml", OOXML + "spreadsheetml.sheet",
          "ppt/presentation.xml", OOXML + "presentationml.presentation");

  private static final Set<String> OPEN_DOCUMENT =
      Set.of(
          "application/vnd.oasis.opendocument.text",
          "application/vnd.oasis.opendocument.spreadsheet",
          "application/vnd.oasis.opendocument.presentation");

  /** Longer than any of OPEN_DOCUMENT. */
  private static final int MIMETYPE_BYTES = 100;

  private static final Map<String, String> OLE2_BY_STREAM = new LinkedHashMap<>();

  static {
    OLE2_BY_STREAM.put("WordDocument", "application/msword");
    OLE2_BY_STREAM.put("Workbook", "application/vnd.ms-excel");
    OLE2_BY_STREAM.put("Book", "application/vnd.ms-excel");
    OLE2_BY_STREAM.put("PowerPoint Document", "application/vnd.ms-powerpoint");
  }

  private OfficeFormats() {}

  /** The document's media type; empty for anything else. */
  static Optional<String> detect(Path file) throws IOException {
    return switch (FileMagic.valueOf(file.toFile())) {
      case OOXML -> inZip(file);
      case OLE2 -> inOle2(file);
      default -> Optional.empty();
    };
  }

  private static Optional<String> inZip(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry mimetype = zip.getEntry("mimetype");
      if (mimetype != null) {
        return Optional.of(start(zip, mimetype)).filter(OPEN_DOCUMENT::contains);
      }
      boolean macros = zip.stream().anyMatch(entry -> entry.getName().endsWith("vbaProject.bin"));
      if (macros || zip.getEntry("[Content_Types].xml") == null) {
        return Optional.empty();
      }
      return OOXML_BY_PART.entrySet().stream()
          .filter(part -> zip.getEntry(part.getKey()) != null)
          .map(Map.Entry::getValue)
          .findFirst();
    } catch (ZipException e) {
      return Optional.empty();
    }
  }

  private static String start(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream bytes = zip.getInputStream(entry)) {
      return new String(bytes.readNBytes(MIMETYPE_BYTES), US_ASCII);
    }
  }

  private static Optional<String> inOle2(Path file) {
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
