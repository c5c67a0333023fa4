package org.andon.file.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/**
 * A file's name as people gave it, without the folders some browsers send along, and safe to show.
 */
record FileName(String value) {
  private static final int MAX_CODE_POINTS = 255;

  static FileName of(String sent) {
    String name = sent == null ? "" : safe(sent.substring(lastSeparator(sent) + 1)).strip();
    if (name.isEmpty()) {
      throw new FileException.InvalidField("file", "has no name");
    }
    if (name.codePointCount(0, name.length()) > MAX_CODE_POINTS) {
      throw new FileException.InvalidField(
          "file", "has a name of more than " + MAX_CODE_POINTS + " characters");
    }
    return new FileName(name);
  }

  /** A Content-Disposition by RFC 6266: ASCII for old clients, UTF-8 for all others. */
  String asAttachment() {
    String ascii = value.replaceAll("[^\\x20-\\x7E]|[\"\\\\%]", "_");
    // URLEncoder leaves * alone, which RFC 8187 wants escaped.
    String encoded = URLEncoder.encode(value, UTF_8).replace("+", "%20").replace("*", "%2A");
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii, encoded);
  }

  /** What cannot be shown as it is, or shows something else than there is, becomes a _. */
  private static String safe(String name) {
    return name.codePoints()
        .map(c -> Character.isISOControl(c) || isSurrogate(c) || isBidiControl(c) ? '_' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static int lastSeparator(String path) {
    return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  }

  /** Marks, embeddings, overrides and isolates: with them, gpj.exe is shown as exe.jpg. */
  private static boolean isBidiControl(int codePoint) {
    return codePoint == 0x061C
        || (codePoint >= 0x200E && codePoint <= 0x200F)
        || (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
