package org.andon.file.preview;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.webp.WebpMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/** Unfolds an image no further than its preview needs; of what is not a pixel, nothing goes on. */
final class ImagePreview {
  /**
   * Of a progressive JPEG: cameras and editors make about ten, and each is a walk over all pixels.
   */
  private static final int MAX_SCANS = 100;

  private static final int UPRIGHT = 1;

  /** From here on, width and height change places. */
  private static final int FIRST_ON_ITS_SIDE = 5;

  private final PreviewConfig config;

  ImagePreview(PreviewConfig config) {
    this.config = config;
  }

  byte[] render(Path file, String contentType, int width) throws IOException {
    int orientation = orientation(file, contentType);
    BufferedImage image = Picture.opaque(read(file, contentType, width, orientation));
    if (orientation != UPRIGHT) {
      image = ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(orientation)).apply(image);
    }
    return Picture.jpeg(image, width);
  }

  private BufferedImage read(Path file, String contentType, int width, int orientation)
      throws IOException {
    ImageSize size = ImageSize.read(file, contentType);
    ImageReader reader = ImageReaders.of(contentType);
    try (ImageInputStream input = new FileImageInputStream(file.toFile())) {
      reader.setInput(input, true, true);
      if (size.pixels() > maxPixels(file, contentType)) {
        throw new IOException("too many pixels: " + size.pixels());
      }
      ImageReadParam param = reader.getDefaultReadParam();
      int step = step(size, width, orientation);
      param.setSourceSubsampling(step, step, 0, 0);
      return reader.read(0, param);
    } finally {
      reader.dispose();
    }
  }

  private long maxPixels(Path file, String contentType) throws IOException {
    boolean unfolded =
        contentType.equals("image/webp")
            || (contentType.equals("image/jpeg") && !JpegScans.areLineByLine(file));
    if (unfolded && contentType.equals("image/jpeg") && JpegScans.count(file) > MAX_SCANS) {
      throw new IOException("too many scans");
    }
    return unfolded ? config.maxPixelsUnfolded() : config.maxPixels();
  }

  /**
   * Every how-many-th pixel is read: twice as many each way as are shown, to smooth over, as far as
   * memory allows.
   */
  private int step(ImageSize size, int width, int orientation) {
    boolean onItsSide = orientation >= FIRST_ON_ITS_SIDE;
    int across = onItsSide ? size.height() : size.width();
    int down = onItsSide ? size.width() : size.height();
    int smooth = Math.max(across / (2 * width), down / (2 * width * Picture.MAX_ASPECT));
    int bounded = (int) Math.ceil(Math.sqrt((double) size.pixels() / config.maxPixelsKept()));
    return Math.max(1, Math.max(smooth, bounded));
  }

  /** As EXIF has it, 1 to 8; 1 if it says nothing sensible. */
  private static int orientation(Path file, String contentType) throws IOException {
    try {
      ExifIFD0Directory exif =
          metadata(file, contentType).getFirstDirectoryOfType(ExifIFD0Directory.class);
      int orientation =
          exif != null && exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
              ? exif.getInt(ExifIFD0Directory.TAG_ORIENTATION)
              : UPRIGHT;
      return orientation >= UPRIGHT && orientation <= Orientation.values().length
          ? orientation
          : UPRIGHT;
    } catch (ImageProcessingException | MetadataException e) {
      return UPRIGHT;
    }
  }

  /** Of cameras' types only, and no more than EXIF: other metadata may be packed to unfold. */
  private static Metadata metadata(Path file, String contentType)
      throws IOException, ImageProcessingException {
    return switch (contentType) {
      case "image/jpeg" ->
          JpegMetadataReader.readMetadata(file.toFile(), List.of(new ExifReader()));
      case "image/webp" -> WebpMetadataReader.readMetadata(file.toFile());
      default -> new Metadata();
    };
  }
}
