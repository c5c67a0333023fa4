package org.andon.file.preview;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** How a JPEG's pixels are laid out, by its markers. */
final class JpegScans {
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final int MARKER = 0xFF;
  private static final int START_OF_IMAGE = 0xD8;
  private static final int START_OF_SCAN = 0xDA;
  private static final int BASELINE = 0xC0;
  private static final int EXTENDED = 0xC1;

  /** From the end of a frame's length to the number of its components. */
  private static final int TO_COMPONENTS = 5;

  private JpegScans() {}

  /**
   * Whether all of a line's pixels are together, so that a decoder can go line by line. If not, as
   * in a progressive JPEG, it has to keep the whole image, whatever it is asked for.
   */
  static boolean areLineByLine(Path file) throws IOException {
    try (ImageInputStream input = new FileImageInputStream(file.toFile())) {
      boolean sequential = false;
      int components = 0;
      while (true) {
        int marker = next(input);
        if (marker == START_OF_IMAGE) {
          continue;
        }
        long segment = input.getStreamPosition();
        int length = input.readUnsignedShort();
        if (marker == START_OF_SCAN) {
          return sequential && input.readUnsignedByte() == components;
        }
        if (isFrame(marker)) {
          sequential = marker == BASELINE || marker == EXTENDED;
          input.skipBytes(TO_COMPONENTS);
          components = input.readUnsignedByte();
        }
        input.seek(segment + length);
      }
    }
  }

  /** How many times a decoder goes over the pixels, or a few more: thumbnails count, too. */
  static int count(Path file) throws IOException {
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)) {
      int scans = 0;
      int before = 0;
      for (int next = bytes.read(); next >= 0; next = bytes.read()) {
        // Among a scan's own data, a marker's first byte is always followed by zero.
        if (before == MARKER && next == START_OF_SCAN) {
          scans++;
        }
        before = next;
      }
      return scans;
    }
  }

  private static int next(ImageInputStream input) throws IOException {
    while (input.readUnsignedByte() != MARKER) {
      // Some cameras leave bytes between segments.
    }
    int marker = MARKER;
    while (marker == MARKER) {
      marker = input.readUnsignedByte();
    }
    return marker;
  }

  /** SOF0 to SOF15, without the three tables that have numbers among them. */
  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }
}
