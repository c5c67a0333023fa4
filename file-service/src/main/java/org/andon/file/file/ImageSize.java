package org.andon.file.file;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** An image's size in pixels, as its header says; no pixel is decoded. */
record ImageSize(int width, int height) {

  long pixels() {
    return (long) width * height;
  }

  /**
   * @throws FileException.InvalidField if there is no header to read
   */
  static ImageSize read(Path file, String contentType) throws IOException {
    ImageReader reader = reader(contentType);
    try (ImageInputStream input = new FileImageInputStream(file.toFile())) {
      reader.setInput(input, true, true);
      return new ImageSize(reader.getWidth(0), reader.getHeight(0));
    } catch (IIOException | RuntimeException | EOFException e) {
      throw new FileException.InvalidField("file", "is a damaged image");
    } finally {
      reader.dispose();
    }
  }

  private static ImageReader reader(String contentType) throws IOException {
    if (contentType.equals("image/webp")) {
      // Named rather than looked up: ImageIO does not search where a packaged service has its jars.
      return new WebPImageReaderSpi().createReaderInstance();
    }
    return ImageIO.getImageReadersByMIMEType(contentType).next();
  }
}
