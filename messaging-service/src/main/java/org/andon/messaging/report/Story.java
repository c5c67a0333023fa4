package org.andon.messaging.report;

import java.util.List;
import org.andon.messaging.message.Timeline.Entry;

/** A report in somebody's language, to be read once from the beginning to the end. */
final class Story {
  private final Report report;
  private final Cover cover;
  private final Words words;
  private final Narrator narrator;
  private final List<Entry> marked;
  private final TimelinePages pages;

  /**
   * @param marked the messages that lead the report
   */
  Story(Report report, Cover cover, Words words, List<Entry> marked, TimelinePages pages) {
    this.report = report;
    this.cover = cover;
    this.words = words;
    this.narrator = new Narrator(report, words);
    this.marked = marked;
    this.pages = pages;
  }

  Report report() {
    return report;
  }

  Cover cover() {
    return cover;
  }

  Words words() {
    return words;
  }

  /** The messages that lead the report. */
  List<Row> marked() {
    return narrator.rows(marked);
  }

  boolean hasRows() {
    return pages.hasNext();
  }

  /** The next page of the timeline. */
  List<Row> rows() {
    return narrator.rows(entries());
  }

  /** The same, as it is stored. */
  List<Entry> entries() {
    return pages.next();
  }
}
