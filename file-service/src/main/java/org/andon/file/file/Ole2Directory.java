package org.andon.file.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * How long the directory of an OLE 2 container is, by its allocation table (MS-CFB 2). POI reads
 * the whole directory into memory, and it may be nearly all of the file.
 */
final class Ole2Directory implements AutoCloseable {
  /** 16,384 entries; a document with all its pictures and tables has some hundred. */
  private static final int MAX_BYTES = 2 * 1024 * 1024;

  private static final int HEADER_BYTES = 512;
  private static final int SECTOR_SHIFT_AT = 30;
  private static final int DIRECTORY_AT = 48;
  private static final int TABLE_CHAIN_AT = 68;
  private static final int TABLE_AT = 76;

  /** As many of the table's sectors are named in the header; the others in a chain of sectors. */
  private static final int TABLE_IN_HEADER = 109;

  /** From here on, a number is a mark, such as the end of a chain, and no sector. */
  private static final long FIRST_MARK = 0xFFFFFFFAL;

  private final RandomAccessFile file;
  private final ByteBuffer header;
  private final int sectorBytes;

  private Ole2Directory(RandomAccessFile file) throws IOException {
    this.file = file;
    byte[] start = new byte[HEADER_BYTES];
    file.readFully(start);
    this.header = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
    int shift = header.getShort(SECTOR_SHIFT_AT);
    if (shift != 9 && shift != 12) {
      throw new IOException("no size of sectors: " + shift);
    }
    this.sectorBytes = 1 << shift;
  }

  /** False also where there is no directory to follow. */
  static boolean isSmall(Path file) {
    try (Ole2Directory directory = new Ole2Directory(new RandomAccessFile(file.toFile(), "r"))) {
      return directory.isSmall();
    } catch (IOException e) {
      return false;
    }
  }

  private boolean isSmall() throws IOException {
    int most = MAX_BYTES / sectorBytes;
    int sectors = 0;
    for (long at = header.getInt(DIRECTORY_AT); isSector(at); at = next(unsigned(at))) {
      if (++sectors > most) {
        return false;
      }
    }
    return sectors > 0;
  }

  private static long unsigned(long number) {
    return number & 0xFFFFFFFFL;
  }

  private static boolean isSector(long number) {
    return unsigned(number) < FIRST_MARK;
  }

  private long next(long sector) throws IOException {
    int numbers = sectorBytes / Integer.BYTES;
    return number(tableSector(sector / numbers), (int) (sector % numbers));
  }

  /** Of the allocation table's own sectors the n-th. */
  private long tableSector(long n) throws IOException {
    if (n < TABLE_IN_HEADER) {
      return unsigned(header.getInt((int) (TABLE_AT + n * Integer.BYTES)));
    }
    // The last number of each sector names the next one.
    int numbers = sectorBytes / Integer.BYTES - 1;
    long rest = n - TABLE_IN_HEADER;
    long sector = unsigned(header.getInt(TABLE_CHAIN_AT));
    for (; rest >= numbers; rest -= numbers) {
      sector = number(sector, numbers);
    }
    return number(sector, (int) rest);
  }

  private long number(long sector, int index) throws IOException {
    // Behind the end of the file, for a number that is none: an exception.
    file.seek((sector + 1) * sectorBytes + (long) index * Integer.BYTES);
    return unsigned(Integer.reverseBytes(file.readInt()));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
