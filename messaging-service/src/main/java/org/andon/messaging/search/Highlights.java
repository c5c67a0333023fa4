package org.andon.messaging.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Shows where in a text something was found. */
final class Highlights {
  private static final String CUT = "…";

  private final int length;
  private final int most;

  /**
   * @param length characters of a fragment, about
   * @param most fragments of one text
   */
  Highlights(int length, int most) {
    this.length = length;
    this.most = most;
  }

  /** A part of the text, in UTF-16 units; the end is exclusive. */
  private record Span(int start, int end) {}

  /**
   * Fragments as HTML: what was found stands in {@code <mark>}, all else is escaped. Empty if the
   * text does not hold all that is looked for.
   */
  List<String> of(String text, Query query) {
    List<String> fragments = new ArrayList<>();
    List<Span> found = found(text, query);
    int shownUpTo = 0;
    while (!found.isEmpty() && fragments.size() < most) {
      Span fragment = around(text, found, shownUpTo);
      int shown = (int) found.stream().takeWhile(span -> span.start() < fragment.end()).count();
      fragments.add(html(text, fragment, found.subList(0, shown)));
      found = found.subList(shown, found.size());
      shownUpTo = fragment.end();
    }
    return fragments;
  }

  private static List<Span> found(String text, Query query) {
    List<Word> words = Words.of(text);
    List<Span> found = new ArrayList<>();
    for (Phrase phrase : query.phrases()) {
      List<Span> places =
          IntStream.range(0, words.size())
              .filter(index -> phrase.standsAt(index, words))
              .mapToObj(index -> span(phrase, words, index))
              .toList();
      if (places.isEmpty()) {
        return List.of();
      }
      found.addAll(places);
    }
    return merged(found);
  }

  private static Span span(Phrase phrase, List<Word> words, int first) {
    Phrase.Term term = phrase.terms().getLast();
    int last = first + term.offset();
    Word word = words.get(last);
    // after a pair there is always the word that begins with its second character
    int end = term.isFirstOf(word) ? words.get(last + 1).start() : word.end();
    return new Span(words.get(first).start(), end);
  }

  private static List<Span> merged(List<Span> spans) {
    List<Span> merged = new ArrayList<>();
    for (Span span : spans.stream().sorted(Comparator.comparingInt(Span::start)).toList()) {
      if (!merged.isEmpty() && span.start() <= merged.getLast().end()) {
        Span before = merged.removeLast();
        merged.add(new Span(before.start(), Math.max(before.end(), span.end())));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }

  /**
   * Around the first find: half of the room beside it goes before it. A find that the end would cut
   * is shown whole, unless that made the fragment twice as long.
   */
  private Span around(String text, List<Span> found, int from) {
    Span first = found.getFirst();
    int before = Math.max(0, length - (first.end() - first.start())) / 2;
    int start = betweenCharacters(text, Math.max(from, first.start() - before));
    int end = start + length;
    for (Span span : found) {
      end = span.start() < end ? Math.max(end, span.end()) : end;
    }
    end = Math.min(Math.min(end, start + 2 * length), text.length());
    return new Span(start, betweenCharacters(text, end));
  }

  private static int betweenCharacters(String text, int at) {
    boolean within =
        at > 0
            && at < text.length()
            && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    return within ? at + 1 : at;
  }

  private static String html(String text, Span fragment, List<Span> found) {
    StringBuilder html = new StringBuilder(fragment.start() > 0 ? CUT : "");
    int at = fragment.start();
    for (Span span : found) {
      html.append(escaped(text, at, span.start())).append("<mark>");
      at = Math.min(span.end(), fragment.end());
      html.append(escaped(text, span.start(), at)).append("</mark>");
    }
    html.append(escaped(text, at, fragment.end()));
    return html.append(fragment.end() < text.length() ? CUT : "").toString();
  }

  private static String escaped(String text, int start, int end) {
    return text.substring(start, end)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
