package org.andon.file.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * How long the table of contents of a ZIP file is, by the record at its end (APPNOTE 4.3.16). The
 * JDK reads the whole table into memory, and it may be nearly all of the file.
 */
final class ZipTable {
  private static final long MAX_BYTES = 4 * 1024 * 1024;
  private static final int SIGNATURE = 0x06054b50;
  private static final int RECORD_BYTES = 22;
  private static final int COMMENT_BYTES = 0xFFFF;
  private static final int LENGTH_AT = 12;

  private ZipTable() {}

  /** False also where there is no such record. */
  static boolean isSmall(Path file) throws IOException {
    ByteBuffer end = end(file);
    for (int at = end.limit() - RECORD_BYTES; at >= 0; at--) {
      if (end.getInt(at) == SIGNATURE) {
        return Integer.toUnsignedLong(end.getInt(at + LENGTH_AT)) <= MAX_BYTES;
      }
    }
    return false;
  }

  private static ByteBuffer end(Path file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      byte[] end = new byte[(int) Math.min(bytes.length(), RECORD_BYTES + COMMENT_BYTES)];
      bytes.seek(bytes.length() - end.length);
      bytes.readFully(end);
      return ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN);
    }
  }
}
