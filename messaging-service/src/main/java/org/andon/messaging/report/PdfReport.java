package org.andon.messaging.report;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A report as PDF, from the same HTML, tagged as PDF/UA asks. The timeline is laid out page by page
 * of what is read: the boxes of one are gone before the next ones come, and a long table costs no
 * more for each row than a short one.
 */
@ApplicationScoped
class PdfReport {
  /** What XML cannot hold, whatever somebody typed. */
  private static final Pattern NOT_XML =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  /** Not in the font, as its README tells; each is an ideograph too. */
  private static final Pattern RADICAL = Pattern.compile("[\\u2E80-\\u2FDF]");

  static {
    // What it warns of quotes what people wrote, which is not for the log.
    XRLog.setLoggingEnabled(false);
  }

  private final Pages pages;

  PdfReport(Pages pages) {
    this.pages = pages;
  }

  void write(Story story, OutputStream out) throws IOException {
    try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
      PDFont text = font(document, "NotoSansTC-Regular");
      PDFont emoji = font(document, "NotoEmoji-Regular");
      StructureTree tree = new StructureTree(document);
      Words words = story.words();
      String body = pages.cover(story.cover(), story.marked(), words);
      String heading = "timeline";
      do {
        List<Row> rows = story.hasRows() ? story.rows() : List.of();
        body += pages.timeline(heading, words) + pages.rows(rows, words);
        render(
            pages.top(story.cover(), words) + body + pages.end(words, !story.hasRows()),
            document,
            text,
            emoji);
        tree.add();
        body = "";
        heading = "timeline.more";
      } while (story.hasRows());
      tree.finish(words.language());
      // Packed: what PDFBox writes object by object takes the square of their number.
      document.save(out, CompressParameters.DEFAULT_COMPRESSION);
    }
  }

  private static PDFont font(PDDocument document, String name) throws IOException {
    try (InputStream font =
        PdfReport.class.getClassLoader().getResourceAsStream("fonts/" + name + ".ttf")) {
      return PDType0Font.load(document, font, true);
    }
  }

  private static void render(String html, PDDocument document, PDFont text, PDFont emoji)
      throws IOException {
    PdfRendererBuilder builder =
        new PdfRendererBuilder()
            .useFastMode()
            .usePDDocument(document)
            .usePdfUaAccessibility(true)
            .useSVGDrawer(new BatikSVGDrawer())
            .useFont(new PDFontSupplier(text), "Noto Sans TC")
            .useFont(new PDFontSupplier(emoji), "Noto Emoji")
            .useReplacementText("□")
            .useInitialPageNumber(document.getNumberOfPages() + 1)
            // Nothing but what is in the page itself.
            .useExternalResourceAccessControl(
                (uri, type) -> uri.startsWith("data:"),
                ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
            .withHtmlContent(drawable(html), null);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.createPDFWithoutClosing();
    }
  }

  private static String drawable(String html) {
    return RADICAL
        .matcher(NOT_XML.matcher(html).replaceAll("\uFFFD"))
        .replaceAll(radical -> Normalizer.normalize(radical.group(), Form.NFKC));
  }
}
