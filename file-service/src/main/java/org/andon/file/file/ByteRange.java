package org.andon.file.file;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Part of a file.
 *
 * @param first offset of the first byte
 * @param last offset of the last byte, inclusive
 * @param size of the whole file
 */
record ByteRange(long first, long last, long size) {
  // 18 digits: what certainly fits a long.
  private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  static ByteRange whole(long size) {
    return new ByteRange(0, size - 1, size);
  }

  /**
   * What a Range header asks for. By RFC 9110 one that is not understood, or asks for several
   * parts, is ignored: empty.
   */
  static Optional<ByteRange> parse(String header, long size) {
    Matcher range = ONE_RANGE.matcher(header == null ? "" : header.strip());
    if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
      return Optional.empty();
    }
    if (range.group(1).isEmpty()) {
      long count = Long.parseLong(range.group(2));
      return within(Math.max(0, size - count), count == 0 ? -1 : size - 1, size);
    }
    long first = Long.parseLong(range.group(1));
    if (range.group(2).isEmpty()) {
      return within(first, size - 1, size);
    }
    long last = Long.parseLong(range.group(2));
    return last < first ? Optional.empty() : within(first, Math.min(last, size - 1), size);
  }

  private static Optional<ByteRange> within(long first, long last, long size) {
    if (first > last) {
      throw new FileException.RangeNotSatisfiable(size);
    }
    return Optional.of(new ByteRange(first, last, size));
  }

  long length() {
    return last - first + 1;
  }

  /** The value of a Content-Range header. */
  String contentRange() {
    return "bytes %d-%d/%d".formatted(first, last, size);
  }
}
