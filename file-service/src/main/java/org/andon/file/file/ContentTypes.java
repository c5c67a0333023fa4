package org.andon.file.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.Tika;

/**
 * Tells a file's type from its bytes. The name only chooses between text and CSV, and keeps out
 * text that a desktop would run, such as .bat or .js.
 */
final class ContentTypes {
  private static final Map<String, FileKind> PLAIN =
      Map.of(
          "image/png", FileKind.IMAGE,
          "image/jpeg", FileKind.IMAGE,
          "image/gif", FileKind.IMAGE,
          "image/webp", FileKind.IMAGE,
          "application/pdf", FileKind.DOCUMENT);

  private static final Map<String, String> TEXT_BY_EXTENSION =
      Map.of("", "text/plain", "txt", "text/plain", "log", "text/plain", "csv", "text/csv");

  private static final Tika TIKA = new Tika();

  private ContentTypes() {}

  /** A type that is taken, and its kind. */
  record Detected(String contentType, FileKind kind) {}

  /** Empty for everything that is not taken. */
  static Optional<Detected> detect(Path file, String name) throws IOException {
    String type = magic(file);
    if (PLAIN.containsKey(type)) {
      return Optional.of(new Detected(type, PLAIN.get(type)));
    }
    if (type.startsWith("text/plain")) {
      return Optional.ofNullable(TEXT_BY_EXTENSION.get(extension(name)))
          .map(text -> new Detected(text, FileKind.TEXT));
    }
    return OfficeFormats.detect(file).map(office -> new Detected(office, FileKind.DOCUMENT));
  }

  private static String magic(Path file) throws IOException {
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
      return TIKA.detect(bytes);
    }
  }

  private static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
