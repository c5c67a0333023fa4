package org.andon.file.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/** PDFs with something special about them. */
public final class Pdfs {
  private Pdfs() {}

  /** Two pages, the first one red. */
  public static byte[] red(float width, float height) {
    try (PDDocument document = new PDDocument()) {
      PDPage page = page(document, width, height, "1 0 0 rg 0 0 100000 100000 re f");
      document.addPage(page);
      document.addPage(new PDPage());
      return saved(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Chinese, in a font that every Acrobat has and no server. */
  public static byte[] chineseWithoutFont() {
    try (PDDocument document = new PDDocument()) {
      PDPage page = page(document, 300, 400, "BT /F1 24 Tf 20 200 Td <6EAB5EA67570 5E38> Tj ET");
      COSDictionary system = new COSDictionary();
      system.setItem(COSName.REGISTRY, new COSString("Adobe"));
      system.setItem(COSName.ORDERING, new COSString("CNS1"));
      system.setItem(COSName.SUPPLEMENT, COSInteger.get(0));
      COSDictionary descendant = new COSDictionary();
      descendant.setItem(COSName.TYPE, COSName.FONT);
      descendant.setItem(COSName.SUBTYPE, COSName.getPDFName("CIDFontType0"));
      descendant.setName(COSName.BASE_FONT, "MSung-Light");
      descendant.setItem(COSName.CIDSYSTEMINFO, system);
      COSArray descendants = new COSArray();
      descendants.add(descendant);
      COSDictionary font = new COSDictionary();
      font.setItem(COSName.TYPE, COSName.FONT);
      font.setItem(COSName.SUBTYPE, COSName.TYPE0);
      font.setName(COSName.BASE_FONT, "MSung-Light-UniCNS-UCS2-H");
      font.setName(COSName.ENCODING, "UniCNS-UCS2-H");
      font.setItem(COSName.DESCENDANT_FONTS, descendants);
      COSDictionary fonts = new COSDictionary();
      fonts.setItem(COSName.getPDFName("F1"), font);
      page.getResources().getCOSObject().setItem(COSName.FONT, fonts);
      document.addPage(page);
      return saved(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A form that draws another ten times, which draws another ten times: ten billion lines. */
  public static byte[] withoutEnd() {
    try (PDDocument document = new PDDocument()) {
      PDFormXObject form = form(document, "0 0 m 9 9 l S ".repeat(10), null);
      for (int level = 0; level < 9; level++) {
        form = form(document, "/X Do ".repeat(10), form);
      }
      PDPage page = page(document, 100, 100, "/X Do");
      page.getResources().put(COSName.getPDFName("X"), form);
      document.addPage(page);
      return saved(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A page whose colours are told in so many bytes, packed to a thousandth. */
  public static byte[] unfolding(int bytes) {
    try (PDDocument document = new PDDocument()) {
      PDPage page = page(document, 100, 100, "/C cs 0 sc 0 0 100 100 re f");
      COSStream table = document.getDocument().createCOSStream();
      table.setItem(COSName.FILTER, COSName.FLATE_DECODE);
      // Packed by hand: PDFBox would keep the whole of it before.
      try (OutputStream content = new DeflaterOutputStream(table.createRawOutputStream())) {
        byte[] black = new byte[1_000_000];
        for (int written = 0; written < bytes; written += black.length) {
          content.write(black);
        }
      }
      COSArray indexed = new COSArray();
      indexed.add(COSName.INDEXED);
      indexed.add(COSName.DEVICERGB);
      indexed.add(COSInteger.get(255));
      indexed.add(table);
      COSDictionary spaces = new COSDictionary();
      spaces.setItem(COSName.getPDFName("C"), indexed);
      page.getResources().getCOSObject().setItem(COSName.COLORSPACE, spaces);
      document.addPage(page);
      return saved(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] locked() {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
      return saved(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PDPage page(PDDocument document, float width, float height, String content)
      throws IOException {
    PDPage page = new PDPage(new PDRectangle(width, height));
    page.setResources(new PDResources());
    PDStream stream = new PDStream(document);
    write(stream, content);
    page.setContents(stream);
    return page;
  }

  private static PDFormXObject form(PDDocument document, String content, PDFormXObject inner)
      throws IOException {
    PDFormXObject form = new PDFormXObject(document);
    form.setBBox(new PDRectangle(100, 100));
    form.setResources(new PDResources());
    if (inner != null) {
      form.getResources().put(COSName.getPDFName("X"), inner);
    }
    write(form.getStream(), content);
    return form;
  }

  private static void write(PDStream stream, String content) throws IOException {
    try (OutputStream output = stream.createOutputStream()) {
      output.write(content.getBytes(US_ASCII));
    }
  }

  private static byte[] saved(PDDocument document) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }
}
