package org.andon.file.preview;

import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** How a JPEG's pixels are laid out, by its markers. */
final class JpegScans {
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
