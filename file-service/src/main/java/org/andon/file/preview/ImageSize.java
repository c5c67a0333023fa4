package org.andon.file.preview;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOException;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.w3c.dom.Element;

/** An image's size in pixels, as its header says; no pixel is decoded. */
public record ImageSize(int width, int height) {

  public long pixels() {
    return (long) width * height;
  }

  /**
   * @throws DamagedImageException if there is no header to read
   */
  public static ImageSize read(Path file, String contentType) throws IOException {
    ImageReader reader = ImageReaders.of(contentType);
    try (ImageInputStream input = new FileImageInputStream(file.toFile())) {
      reader.setInput(input, true, true);
      ImageSize first = new ImageSize(reader.getWidth(0), reader.getHeight(0));
      return contentType.equals("image/gif") ? first.atLeast(screen(reader)) : first;
    } catch (IIOException | RuntimeException | EOFException e) {
      throw new DamagedImageException(e);
    } finally {
      reader.dispose();
    }
  }

  private ImageSize atLeast(ImageSize other) {
    return new ImageSize(Math.max(width, other.width), Math.max(height, other.height));
  }

  /** What a GIF's frames are drawn on, however small they are. */
  private static ImageSize screen(ImageReader gif) throws IOException {
    IIOMetadata metadata = gif.getStreamMetadata();
    Element root = (Element) metadata.getAsTree(metadata.getNativeMetadataFormatName());
    Element screen = (Element) root.getElementsByTagName("LogicalScreenDescriptor").item(0);
    return new ImageSize(
        Integer.parseInt(screen.getAttribute("logicalScreenWidth")),
        Integer.parseInt(screen.getAttribute("logicalScreenHeight")));
  }
}
