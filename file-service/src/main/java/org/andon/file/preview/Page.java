package org.andon.file.preview;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/**
 * The first page of a PDF. Fonts that are not in the file are replaced as far as possible, and
 * images that are too large left out.
 */
record Page(Path file, int width, long maxPixels) {

  byte[] draw() throws IOException {
    // What it needs to keep goes to the heap, which is bounded, and not to a disk, which is not.
    try (PDDocument document =
        Loader.loadPDF(file.toFile(), IOUtils.createMemoryOnlyStreamCache())) {
      if (document.getNumberOfPages() == 0) {
        throw new IOException("a PDF without pages");
      }
      PDFRenderer renderer = new Renderer(document);
      // Of a large image, only what the preview shows is unfolded.
      renderer.setSubsamplingAllowed(true);
      float scale = scale(document.getPage(0).getCropBox());
      return Picture.jpeg(renderer.renderImage(0, scale, ImageType.RGB), width);
    }
  }

  /** Pixels per point, for whatever way the page is turned. */
  private float scale(PDRectangle page) throws IOException {
    float shortSide = Math.min(page.getWidth(), page.getHeight());
    float longSide = Math.max(page.getWidth(), page.getHeight());
    float scale = Math.min(width / shortSide, width * Picture.MAX_ASPECT / longSide);
    if (!(scale > 0) || !Float.isFinite(scale)) {
      throw new IOException("a page without a size");
    }
    return scale;
  }

  private final class Renderer extends PDFRenderer {
    Renderer(PDDocument document) {
      super(document);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
      return new PageDrawer(parameters) {
        @Override
        public void drawImage(PDImage image) throws IOException {
          if (pixels(image) <= maxPixels) {
            super.drawImage(image);
          }
        }
      };
    }
  }

  /** Of the image or of what masks it, whichever are more. */
  private static long pixels(PDImage image) throws IOException {
    long pixels = (long) image.getWidth() * image.getHeight();
    if (image instanceof PDImageXObject object) {
      for (PDImageXObject mask : new PDImageXObject[] {object.getSoftMask(), object.getMask()}) {
        pixels = mask == null ? pixels : Math.max(pixels, pixels(mask));
      }
    }
    return pixels;
  }
}
