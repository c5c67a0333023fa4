package org.andon.file.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.andon.file.file.ContentTypes.Detected;
import org.andon.file.preview.DamagedImageException;
import org.andon.file.preview.ImageSize;

/** Decides whether a file that arrives may stay. */
@ApplicationScoped
class Inspection {
  /** As many bytes as Tika looks at. */
  static final int GLANCE_BYTES = 64 * 1024;

  private static final int LOOKED_AT_ONCE = 2;

  private final FileLimits limits;
  private final Semaphore looks = new Semaphore(LOOKED_AT_ONCE);

  Inspection(FileLimits limits) {
    this.limits = limits;
  }

  /**
   * What the file has turned out to be.
   *
   * @param image null unless an image
   */
  record Result(String contentType, FileKind kind, ImageSize image) {}

  /**
   * Looks at the beginning of a file that is longer than {@link #GLANCE_BYTES}; how many bytes it
   * may have.
   *
   * @throws FileException.TypeNotAccepted if it cannot be anything that is taken
   */
  long glance(Path file, String name) throws IOException {
    return ContentTypes.glance(file, name)
        .map(limits::maxBytes)
        .orElseThrow(FileException.TypeNotAccepted::new);
  }

  /**
   * Looks at the whole file, a few files at once: what a document says of its parts takes memory.
   */
  Result inspect(Path file, String name, long size) throws IOException {
    looks.acquireUninterruptibly();
    try {
      return look(file, name, size);
    } finally {
      looks.release();
    }
  }

  private Result look(Path file, String name, long size) throws IOException {
    if (size == 0) {
      throw new FileException.InvalidField("file", "is empty");
    }
    Detected type = ContentTypes.detect(file, name).orElseThrow(FileException.TypeNotAccepted::new);
    long maxBytes = limits.maxBytes(type.kind());
    if (size > maxBytes) {
      throw new FileException.TooLarge(maxBytes);
    }
    return new Result(type.contentType(), type.kind(), imageSize(file, type));
  }

  private ImageSize imageSize(Path file, Detected type) throws IOException {
    if (type.kind() != FileKind.IMAGE) {
      return null;
    }
    ImageSize image = headerOf(file, type.contentType());
    if (image.pixels() > limits.maxPixels()) {
      throw new FileException.InvalidField(
          "file", "has more than " + limits.maxPixels() + " pixels");
    }
    return image;
  }

  private static ImageSize headerOf(Path file, String contentType) throws IOException {
    try {
      return ImageSize.read(file, contentType);
    } catch (DamagedImageException e) {
      throw new FileException.InvalidField("file", "is a damaged image");
    }
  }
}
