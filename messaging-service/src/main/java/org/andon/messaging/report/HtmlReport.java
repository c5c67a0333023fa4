package org.andon.messaging.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.Writer;

/** A report as one self-contained HTML file. */
@ApplicationScoped
class HtmlReport {
  private final Pages pages;

  HtmlReport(Pages pages) {
    this.pages = pages;
  }

  void write(Story story, Writer out) throws IOException {
    Words words = story.words();
    out.write(pages.top(story.cover(), words));
    out.write(pages.cover(story.cover(), story.marked(), words));
    out.write(pages.timeline("timeline", words));
    while (story.hasRows()) {
      out.write(pages.rows(story.rows(), words));
    }
    out.write(pages.end(words, true));
  }
}
