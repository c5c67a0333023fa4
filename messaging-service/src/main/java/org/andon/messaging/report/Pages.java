package org.andon.messaging.report;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** The pieces of a report in HTML, well-formed as XML too, so that they can be made into PDF. */
@ApplicationScoped
class Pages {
  private static final String STYLE = style();

  /** Nothing is loaded, nothing runs; the one style sheet is known by its hash. */
  static final String POLICY =
      "default-src 'none'; img-src data:; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'"
          .formatted(hash(STYLE));

  private final Template top;
  private final Template cover;
  private final Template timeline;
  private final Template rows;
  private final Template end;

  Pages(
      @Location("report/top") Template top,
      @Location("report/cover") Template cover,
      @Location("report/timeline") Template timeline,
      @Location("report/rows") Template rows,
      @Location("report/end") Template end) {
    this.top = top;
    this.cover = cover;
    this.timeline = timeline;
    this.rows = rows;
    this.end = end;
  }

  String top(Cover cover, Words words) {
    return top.data("cover", cover, "words", words, "policy", POLICY).data("style", STYLE).render();
  }

  String cover(Cover cover, List<Row> marks, Words words) {
    return this.cover.data("cover", cover, "marks", marks, "words", words).render();
  }

  /**
   * @param heading its key
   */
  String timeline(String heading, Words words) {
    return timeline.data("heading", heading, "words", words).render();
  }

  String rows(List<Row> rows, Words words) {
    return this.rows.data("rows", rows, "words", words).render();
  }

  /**
   * @param whole whether nothing more comes
   */
  String end(Words words, boolean whole) {
    return end.data("words", words, "whole", whole).render();
  }

  private static String style() {
    try (InputStream css =
        Pages.class.getClassLoader().getResourceAsStream("templates/report/report.css")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
