package org.andon.file.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Small files of all kinds. */
public final class Samples {
  private Samples() {}

  public static byte[] png(int width, int height) {
    return image("png", width, height);
  }

  public static byte[] image(String format, int width, int height) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      ImageIO.write(image, format, bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One frame on a screen of another size. */
  public static byte[] gif(int width, int height, int screenWidth, int screenHeight) {
    byte[] bytes = image("gif", width, height);
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort(6, (short) screenWidth)
        .putShort(8, (short) screenHeight);
    return bytes;
  }

  /** 1 x 1, lossless. */
  public static byte[] webp() {
    return Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
  }

  /** Only a header, which promises so many pixels. */
  public static byte[] pngHeader(int width, int height) {
    byte[] header =
        ByteBuffer.allocate(17)
            .put("IHDR".getBytes(UTF_8))
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    CRC32 crc = new CRC32();
    crc.update(header);
    return ByteBuffer.allocate(33)
        .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
        .putInt(13)
        .put(header)
        .putInt((int) crc.getValue())
        .array();
  }

  public static byte[] pdf() {
    return "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
        .getBytes(UTF_8);
  }

  public static byte[] zip(Map<String, String> entries) {
    return zip(entries, 0);
  }

  /**
   * @param comments of nearly 64 KiB each, in the table at the end, on entries besides
   */
  public static byte[] zip(Map<String, String> entries, int comments) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
        for (Map.Entry<String, String> entry : entries.entrySet()) {
          zip.putNextEntry(new ZipEntry(entry.getKey()));
          zip.write(entry.getValue().getBytes(UTF_8));
        }
        for (int i = 0; i < comments; i++) {
          ZipEntry entry = new ZipEntry("part" + i);
          entry.setComment("x".repeat(0xFF00));
          zip.putNextEntry(entry);
        }
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An OLE 2 container with one stream. */
  public static byte[] ole2(String stream) {
    return ole2(stream, 5_000, 0);
  }

  /** An OLE 2 container with one stream of so many bytes, and so many that are nearly empty. */
  public static byte[] ole2(String stream, int length, int others) {
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      container.createDocument(new ByteArrayInputStream(new byte[length]), stream);
      for (int i = 0; i < others; i++) {
        container.createDocument(new ByteArrayInputStream(new byte[1]), "part" + i);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      container.writeFilesystem(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
