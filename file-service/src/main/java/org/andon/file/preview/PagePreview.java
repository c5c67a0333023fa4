package org.andon.file.preview;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
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
 * Draws the first page of a PDF. Fonts that are not in the file are replaced as far as possible.
 */
final class PagePreview {
  private final PreviewConfig config;

  PagePreview(PreviewConfig config) {
    this.config = config;
  }

  byte[] render(Path file, int width) throws IOException {
    try (PDDocument document =
        Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
      if (document.getNumberOfPages() == 0) {
        throw new IOException("a PDF without pages");
      }
      PDFRenderer renderer = new BoundedRenderer(document, Instant.now().plus(config.pageTime()));
      // Of a large image, only what the preview shows is unfolded.
      renderer.setSubsamplingAllowed(true);
      float scale = scale(document.getPage(0).getCropBox(), width);
      return Picture.jpeg(renderer.renderImage(0, scale, ImageType.RGB), width);
    }
  }

  /** Pixels per point, for whatever way the page is turned. */
  private static float scale(PDRectangle page, int width) throws IOException {
    float shortSide = Math.min(page.getWidth(), page.getHeight());
    float longSide = Math.max(page.getWidth(), page.getHeight());
    float scale = Math.min(width / shortSide, width * Picture.MAX_ASPECT / longSide);
    if (!(scale > 0) || !Float.isFinite(scale)) {
      throw new IOException("a page without a size");
    }
    return scale;
  }

  /** Gives up when the time is over, and leaves out images that are too large. */
  private final class BoundedRenderer extends PDFRenderer {
    private final Instant deadline;

    BoundedRenderer(PDDocument document, Instant deadline) {
      super(document);
      this.deadline = deadline;
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
      return new PageDrawer(parameters) {
        @Override
        protected void processOperator(Operator operator, List<COSBase> operands)
            throws IOException {
          if (Instant.now().isAfter(deadline)) {
            throw new OutOfTime();
          }
          super.processOperator(operator, operands);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
          if (pixels(image) <= config.maxPixels()) {
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

  /** Unchecked: PDFBox passes over an operator that fails with an IOException. */
  private static final class OutOfTime extends RuntimeException {}
}
