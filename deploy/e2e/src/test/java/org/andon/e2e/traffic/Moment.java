package org.andon.e2e.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;

/** The moment at which somebody first tried to say something, carried in what is said. */
final class Moment {
  private static final String MARK = "said at ";

  private Moment() {}

  static String mark(long begun) {
    return MARK + begun;
  }

  /** Of a message, or of the news that a room has another title. */
  static Optional<Long> of(JsonNode frame) {
    return Stream.of(frame.path("content"), frame.at("/changes/title/to"))
        .map(JsonNode::asText)
        .filter(text -> text.startsWith(MARK))
        .map(text -> Long.parseLong(text.substring(MARK.length())))
        .findFirst();
  }
}
