package org.andon.messaging.report;

import java.util.List;

/** An entry of the timeline as people read it; what does not apply is null or empty. */
public record Row(
    String number,
    String time,
    String who,
    boolean system,
    String mark,
    String replyTo,
    String text,
    List<Value> values,
    Picture file,
    List<Edit> edits,
    String deleted,
    String reactions) {

  /**
   * @param found what it said beyond what the room expected; null for nothing
   */
  public record Value(String name, String value, String found) {
    Value(String name, String value) {
      this(name, value, null);
    }
  }

  /**
   * @param preview a data URI; null if there is none
   */
  public record Picture(String name, String size, String sha256, String preview) {}

  /**
   * @param said who and when
   * @param before null if it is not shown, as {@code after}
   */
  public record Edit(String said, String before, String after) {}
}
