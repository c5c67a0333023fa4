package org.andon.file.preview;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import net.coobird.thumbnailator.Thumbnails;

/** A preview about to be written. */
final class Picture {
  /** What looks like the original on a screen, at a tenth of the bytes. */
  private static final float QUALITY = 0.85f;

  /** How many times its width a preview may be high: a strip of paper, not a beam of light. */
  static final int MAX_ASPECT = 4;

  private Picture() {}

  /** Fit into the width, never enlarged. */
  static byte[] jpeg(BufferedImage image, int width) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Thumbnails.of(image)
        .size(Math.min(width, image.getWidth()), Math.min(width * MAX_ASPECT, image.getHeight()))
        .imageType(BufferedImage.TYPE_INT_RGB)
        .outputFormat("jpg")
        .outputQuality(QUALITY)
        .toOutputStream(bytes);
    return bytes.toByteArray();
  }

  /** Without transparency, which JPEG does not have, and in the colours of a screen. */
  static BufferedImage opaque(BufferedImage image) {
    BufferedImage opaque =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = opaque.createGraphics();
    try {
      canvas.drawImage(image, 0, 0, Color.WHITE, null);
    } finally {
      canvas.dispose();
    }
    return opaque;
  }
}
