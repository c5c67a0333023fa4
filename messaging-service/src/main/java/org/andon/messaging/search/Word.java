package org.andon.messaging.search;

/**
 * A word as it is indexed.
 *
 * @param text folded; of Chinese a pair of characters, or the last character of a run
 * @param position in the text, counted in words from 1
 * @param start where it begins in the original text, in UTF-16 units
 * @param end where it ends, exclusive
 */
record Word(String text, Kind kind, int position, int start, int end) {
  enum Kind {
    WHOLE,
    /** A Chinese character and the next one. */
    PAIR,
    /** A Chinese character with none after it. */
    SINGLE
  }

  String firstCharacter() {
    return text.substring(0, text.offsetByCodePoints(0, 1));
  }
}
