package org.andon.messaging.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.andon.messaging.search.Word.Kind;

/**
 * Words that follow one another.
 *
 * @param terms at least one, in ascending order
 */
record Phrase(List<Term> terms) {
  /**
   * @param offset from the phrase's first word, in words
   */
  record Term(String text, int offset) {
    /** A character alone is found wherever it stands, also as the first of a pair. */
    boolean matches(Word word) {
      return word.text().equals(text) || isFirstOf(word);
    }

    boolean isFirstOf(Word word) {
      return word.kind() == Kind.PAIR && word.firstCharacter().equals(text);
    }
  }

  static Optional<Phrase> of(String text) {
    List<Word> words = Words.of(text);
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      // the pair before it holds the last character of a run already
      if (word.kind() != Kind.SINGLE || i == 0 || words.get(i - 1).kind() != Kind.PAIR) {
        terms.add(new Term(word.text(), word.position() - words.getFirst().position()));
      }
    }
    return terms.isEmpty() ? Optional.empty() : Optional.of(new Phrase(terms));
  }

  boolean standsAt(int index, List<Word> words) {
    return terms.stream()
        .allMatch(
            term ->
                index + term.offset() < words.size()
                    && term.matches(words.get(index + term.offset())));
  }

  /**
   * In the text form of PostgreSQL's {@code tsquery}. Of a message that does not know all of its
   * words' places it is enough that they are there.
   */
  String condition() {
    StringBuilder inOrder = new StringBuilder(quoted(terms.getFirst()));
    for (int i = 1; i < terms.size(); i++) {
      int distance = terms.get(i).offset() - terms.get(i - 1).offset();
      inOrder.append(" <").append(distance).append("> ").append(quoted(terms.get(i)));
    }
    if (terms.size() == 1) {
      return inOrder.toString();
    }
    String anywhere = terms.stream().map(Phrase::quoted).collect(Collectors.joining(" & "));
    return "("
        + inOrder
        + " | "
        + anywhere
        + " & "
        + WordVector.quoted(WordVector.PLACES_FORGOTTEN)
        + ")";
  }

  private static String quoted(Term term) {
    return WordVector.quoted(term.text());
  }
}
