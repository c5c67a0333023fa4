package org.andon.file.preview;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * Readers of the types that are taken. Named where they are not the JDK's own: ImageIO does not
 * search where a packaged service has its jars.
 */
final class ImageReaders {
  private static final ImageReaderSpi WEBP = new WebPImageReaderSpi();

  /** Works on the JDK's reader, and reads what that does not: CMYK, and slightly broken ones. */
  private static final ImageReaderSpi JPEG = new JPEGImageReaderSpi();

  static {
    IIORegistry.getDefaultInstance().registerServiceProvider(JPEG);
  }

  private ImageReaders() {}

  static ImageReader of(String contentType) throws IOException {
    return switch (contentType) {
      case "image/webp" -> WEBP.createReaderInstance();
      case "image/jpeg" -> JPEG.createReaderInstance();
      default -> ImageIO.getImageReadersByMIMEType(contentType).next();
    };
  }
}
