package org.andon.messaging.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.andon.messaging.search.Word.Kind;

/** Words in the text form of PostgreSQL's {@code tsvector}. */
final class WordVector {
  /**
   * Stands in a vector that does not know where all of its words are: PostgreSQL keeps this many
   * places of a word, and forgets the rest. Phrases must be looked for in the text itself then. The
   * analyzer makes no such word.
   */
  static final String PLACES_FORGOTTEN = "\u0001";

  private static final int PLACES_KEPT = 255;
  private static final int USUAL_LENGTH = 14;

  private WordVector() {}

  /** Of a pair also its first character, at the same position: one character is enough to find. */
  static String of(String text) {
    List<Word> words = Words.of(text);
    StringBuilder vector = new StringBuilder(words.size() * USUAL_LENGTH);
    for (Word word : words) {
      append(vector, word.text(), word.position());
      if (word.kind() == Kind.PAIR) {
        append(vector, word.firstCharacter(), word.position());
      }
    }
    if (words.size() > PLACES_KEPT && forgetsPlaces(words)) {
      append(vector, PLACES_FORGOTTEN, 1);
    }
    return vector.toString();
  }

  private static void append(StringBuilder vector, String text, int position) {
    vector.append(quoted(text)).append(':').append(position).append(' ');
  }

  private static boolean forgetsPlaces(List<Word> words) {
    Map<String, Integer> places = new HashMap<>();
    for (Word word : words) {
      places.merge(word.text(), 1, Integer::sum);
      if (word.kind() == Kind.PAIR) {
        places.merge(word.firstCharacter(), 1, Integer::sum);
      }
    }
    return places.values().stream().anyMatch(count -> count > PLACES_KEPT);
  }

  /** A word as it stands in a {@code tsvector} or a {@code tsquery}. */
  static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}
