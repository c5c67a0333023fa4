package org.andon.file.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import org.andon.file.file.ContentTypes.Detected;

/** Decides whether a file that has arrived may stay. */
@ApplicationScoped
class Inspection {
  private final FileLimits limits;

  Inspection(FileLimits limits) {
    this.limits = limits;
  }

  /**
   * What the file has turned out to be.
   *
   * @param image null unless an image
   */
  record Result(String contentType, FileKind kind, ImageSize image) {}

  Result inspect(Path file, String name, long size) throws IOException {
    if (size == 0) {
      throw new FileException.InvalidField("file", "is empty");
    }
    Detected type = ContentTypes.detect(file, name).orElseThrow(FileException.TypeNotAccepted::new);
    long maxBytes = limits.maxBytes(type.kind());
    if (size > maxBytes) {
      throw new FileException.TooLarge(type.kind(), maxBytes);
    }
    return new Result(type.contentType(), type.kind(), imageSize(file, type));
  }

  private ImageSize imageSize(Path file, Detected type) throws IOException {
    if (type.kind() != FileKind.IMAGE) {
      return null;
    }
    ImageSize image = ImageSize.read(file, type.contentType());
    if (image.pixels() > limits.maxPixels()) {
      throw new FileException.InvalidField(
          "file", "has more than " + limits.maxPixels() + " pixels");
    }
    return image;
  }
}
