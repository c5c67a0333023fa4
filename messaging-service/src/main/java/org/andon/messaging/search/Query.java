package org.andon.messaging.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is looked for: all of the phrases, anywhere in a message.
 *
 * @param phrases not empty
 */
record Query(List<Phrase> phrases) {
  /** Quotation marks of every width; whatever else stands between blanks is a phrase of its own. */
  private static final Pattern PHRASE =
      Pattern.compile("[\"＂“”]([^\"＂“”]*)[\"＂“”]?|([^\\s\\p{Z}\"＂“”]+)");

  /** Empty if the text has no word in it. */
  static Optional<Query> of(String text) {
    List<Phrase> phrases = new ArrayList<>();
    Matcher part = PHRASE.matcher(text);
    while (part.find()) {
      Phrase.of(part.group(1) == null ? part.group(2) : part.group(1)).ifPresent(phrases::add);
    }
    return phrases.isEmpty()
        ? Optional.empty()
        : Optional.of(new Query(phrases.stream().distinct().toList()));
  }

  /** In the text form of PostgreSQL's {@code tsquery}. */
  String condition() {
    return phrases.stream().map(Phrase::condition).collect(Collectors.joining(" & "));
  }
}
