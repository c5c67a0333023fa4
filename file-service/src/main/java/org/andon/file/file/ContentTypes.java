package org.andon.file.file;

import static java.util.Map.entry;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tika.Tika;
import org.apache.tika.mime.MediaType;

/**
 * Tells a file's type from its bytes. The name must fit, because a desktop goes by the name: what
 * it would run, such as .bat or .html, is not taken whatever is inside.
 */
final class ContentTypes {
  private static final Map<String, Taken> TAKEN =
      Map.ofEntries(
          entry("image/png", new Taken(FileKind.IMAGE, Set.of("png"))),
          entry("image/jpeg", new Taken(FileKind.IMAGE, Set.of("jpg", "jpeg", "jpe", "jfif"))),
          entry("image/gif", new Taken(FileKind.IMAGE, Set.of("gif"))),
          entry("image/webp", new Taken(FileKind.IMAGE, Set.of("webp"))),
          entry("application/pdf", new Taken(FileKind.DOCUMENT, Set.of("pdf"))),
          entry(OfficeFormats.DOC, new Taken(FileKind.DOCUMENT, Set.of("doc"))),
          entry(OfficeFormats.XLS, new Taken(FileKind.DOCUMENT, Set.of("xls"))),
          entry(OfficeFormats.PPT, new Taken(FileKind.DOCUMENT, Set.of("ppt"))),
          entry(OfficeFormats.DOCX, new Taken(FileKind.DOCUMENT, Set.of("docx"))),
          entry(OfficeFormats.XLSX, new Taken(FileKind.DOCUMENT, Set.of("xlsx"))),
          entry(OfficeFormats.PPTX, new Taken(FileKind.DOCUMENT, Set.of("pptx"))),
          entry(OfficeFormats.ODT, new Taken(FileKind.DOCUMENT, Set.of("odt"))),
          entry(OfficeFormats.ODS, new Taken(FileKind.DOCUMENT, Set.of("ods"))),
          entry(OfficeFormats.ODP, new Taken(FileKind.DOCUMENT, Set.of("odp"))),
          // By a name that says so, text is taken before this table is asked.
          entry("text/plain", new Taken(FileKind.TEXT, Set.of())));

  /** Rotated logs too, such as server.log.1 and server.log.2026-11-22. */
  private static final Pattern TEXT_NAME =
      Pattern.compile(".*\\.(txt|log|csv)(\\.[0-9-]+)?", Pattern.CASE_INSENSITIVE);

  private static final Tika TIKA = new Tika();

  private ContentTypes() {}

  /** A type that is taken, and its kind. */
  record Detected(String contentType, FileKind kind) {}

  private record Taken(FileKind kind, Set<String> extensions) {
    /** A name without an extension fits every type. */
    boolean fits(String name) {
      int dot = name.lastIndexOf('.');
      return dot < 0 || extensions.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
  }

  /** Empty for everything that is not taken. */
  static Optional<Detected> detect(Path file, String name) throws IOException {
    MediaType magic = magic(file);
    Matcher text = TEXT_NAME.matcher(name);
    if (text.matches()) {
      return text(file, magic, text.group(1));
    }
    String type =
        TAKEN.containsKey(magic.toString())
            ? magic.toString()
            : OfficeFormats.detect(file).orElse("");
    return Optional.ofNullable(TAKEN.get(type))
        .filter(taken -> taken.fits(name))
        .map(taken -> new Detected(type, taken.kind()));
  }

  /** What a file will be of which only the beginning is there; empty if nothing that is taken. */
  static Optional<FileKind> glance(Path beginning, String name) throws IOException {
    MediaType magic = magic(beginning);
    Matcher text = TEXT_NAME.matcher(name);
    if (text.matches()) {
      return text(beginning, magic, text.group(1)).map(Detected::kind);
    }
    if (TAKEN.containsKey(magic.toString())) {
      return Optional.of(TAKEN.get(magic.toString()))
          .filter(taken -> taken.fits(name))
          .map(Taken::kind);
    }
    return OfficeFormats.mayBe(beginning) ? Optional.of(FileKind.DOCUMENT) : Optional.empty();
  }

  private static Optional<Detected> text(Path file, MediaType magic, String extension)
      throws IOException {
    String type = extension.equalsIgnoreCase("csv") ? "text/csv" : "text/plain";
    return PlainText.isIn(file, magic)
        ? Optional.of(new Detected(type, FileKind.TEXT))
        : Optional.empty();
  }

  private static MediaType magic(Path file) throws IOException {
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
      return MediaType.parse(TIKA.detect(bytes)).getBaseType();
    }
  }
}
