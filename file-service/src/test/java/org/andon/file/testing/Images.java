package org.andon.file.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Images with something special about them. The left half is red, the right half blue. */
public final class Images {
  /** What must not get into a preview. */
  public static final String SECRET = "<script>N25.0330 E121.5654</script>";

  private Images() {}

  public static BufferedImage redAndBlue(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setColor(Color.RED);
    canvas.fillRect(0, 0, width / 2, height);
    canvas.setColor(Color.BLUE);
    canvas.fillRect(width / 2, 0, width, height);
    canvas.dispose();
    return image;
  }

  public static byte[] of(String format, int width, int height) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(redAndBlue(width, height), format, bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a camera writes it that was held on its side; with a comment besides. */
  public static byte[] photo(int width, int height, int orientation) {
    byte[] jpeg = of("jpeg", width, height);
    byte[] exif =
        ByteBuffer.allocate(6 + 8 + 2 + 12 + 4)
            .put("Exif\0\0".getBytes(US_ASCII))
            .put("MM\0*".getBytes(US_ASCII))
            .putInt(8)
            .putShort((short) 1)
            .putShort((short) 0x0112)
            .putShort((short) 3)
            .putInt(1)
            .putShort((short) orientation)
            .putShort((short) 0)
            .putInt(0)
            .array();
    ByteArrayOutputStream photo = new ByteArrayOutputStream();
    photo.writeBytes(Arrays.copyOf(jpeg, 2));
    segment(photo, 0xE1, exif);
    segment(photo, 0xFE, SECRET.getBytes(US_ASCII));
    photo.writeBytes(Arrays.copyOfRange(jpeg, 2, jpeg.length));
    return photo.toByteArray();
  }

  public static byte[] progressive(int width, int height) {
    return written(new IIOImage(redAndBlue(width, height), null, null), true);
  }

  /** In the colours of a press. */
  public static byte[] cmyk(int width, int height) {
    Raster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
    return written(new IIOImage(raster, null, null), false);
  }

  public static BufferedImage read(byte[] image) {
    try {
      return ImageIO.read(new ByteArrayInputStream(image));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] written(IIOImage image, boolean progressive) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setProgressiveMode(
          progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
      writer.setOutput(output);
      writer.write(null, image, param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static void segment(ByteArrayOutputStream jpeg, int marker, byte[] content) {
    jpeg.write(0xFF);
    jpeg.write(marker);
    jpeg.write((content.length + 2) >> 8);
    jpeg.write((content.length + 2) & 0xFF);
    jpeg.writeBytes(content);
  }
}
