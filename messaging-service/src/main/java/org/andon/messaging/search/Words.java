package org.andon.messaging.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.andon.messaging.search.Word.Kind;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/** Takes text apart, the same way for what is stored, what is asked and what is highlighted. */
final class Words {
  /** Reuses its parts per thread. */
  private static final WordAnalyzer ANALYZER = new WordAnalyzer();

  private Words() {}

  /** One word at each position: of a Chinese run all pairs, then its last character. */
  static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    try (TokenStream tokens = ANALYZER.tokenStream("", text)) {
      CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
      OffsetAttribute offset = tokens.getAttribute(OffsetAttribute.class);
      TypeAttribute type = tokens.getAttribute(TypeAttribute.class);
      PositionIncrementAttribute step = tokens.getAttribute(PositionIncrementAttribute.class);
      tokens.reset();
      int position = 0;
      while (tokens.incrementToken()) {
        position += step.getPositionIncrement();
        if (step.getPositionIncrement() == 0) {
          // the pair that begins with the character just taken
          words.removeLast();
        }
        words.add(
            new Word(
                term.toString(),
                kind(type.type()),
                position,
                offset.startOffset(),
                offset.endOffset()));
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  private static Kind kind(String type) {
    return switch (type) {
      case CJKBigramFilter.DOUBLE_TYPE -> Kind.PAIR;
      case CJKBigramFilter.SINGLE_TYPE -> Kind.SINGLE;
      default -> Kind.WHOLE;
    };
  }
}
