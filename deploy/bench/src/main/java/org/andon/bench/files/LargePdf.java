package org.andon.bench.files;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** A PDF of one empty page, large by an object that no line or disk could make smaller. */
final class LargePdf {
  private static final int AROUND_THE_STREAM = 1024;

  private final ByteArrayOutputStream content;
  private final int offset;
  private final List<Integer> objects = new ArrayList<>();

  private LargePdf(int offset, int size) {
    this.offset = offset;
    this.content = new ByteArrayOutputStream(size);
  }

  /**
   * The file behind its first line and comment.
   *
   * @param offset how long those are, in bytes
   * @param size of the whole file, about
   */
  static byte[] after(int offset, int size) {
    byte[] random = new byte[size - offset - AROUND_THE_STREAM];
    RandomGenerator.getDefault().nextBytes(random);
    LargePdf pdf = new LargePdf(offset, size);
    pdf.object("<</Type/Catalog/Pages 2 0 R>>");
    pdf.object("<</Type/Pages/Kids[3 0 R]/Count 1>>");
    pdf.object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>");
    pdf.begin("<</Length %d>>stream\n".formatted(random.length));
    pdf.content.writeBytes(random);
    pdf.text("\nendstream\nendobj\n");
    pdf.end();
    return pdf.content.toByteArray();
  }

  private void object(String dictionary) {
    begin(dictionary);
    text("\nendobj\n");
  }

  private void begin(String dictionary) {
    objects.add(offset + content.size());
    text("%d 0 obj\n%s".formatted(objects.size(), dictionary));
  }

  private void end() {
    int table = offset + content.size();
    text("xref\n0 %d\n0000000000 65535 f \n".formatted(objects.size() + 1));
    objects.forEach(at -> text("%010d 00000 n \n".formatted(at)));
    text(
        "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
            .formatted(objects.size() + 1, table));
  }

  private void text(String text) {
    content.writeBytes(text.getBytes(US_ASCII));
  }
}
