package org.andon.messaging.search;

import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthCharFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Words, numbers and emoji in lower case; Chinese, Japanese and Korean as overlapping pairs. Width
 * is folded before anything else, so that every offset still points into the original text.
 */
final class WordAnalyzer extends Analyzer {
  /** Unicode lets these join words; here part numbers, paths and log lines want them apart. */
  private static final String JOINERS = ".:_,;'’·‧";

  private static final String EMOJI_STYLE = "\uFE0F";
  private static final NormalizeCharMap SEPARATED = separated();

  @Override
  protected Reader initReader(String field, Reader text) {
    return new MappingCharFilter(SEPARATED, new CJKWidthCharFilter(text));
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    StandardTokenizer words = new StandardTokenizer();
    return new TokenStreamComponents(
        words,
        new CJKBigramFilter(
            new LowerCaseFilter(words),
            CJKBigramFilter.HAN
                | CJKBigramFilter.HIRAGANA
                | CJKBigramFilter.KATAKANA
                | CJKBigramFilter.HANGUL,
            true));
  }

  private static NormalizeCharMap separated() {
    NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
    JOINERS.codePoints().forEach(joiner -> map.add(Character.toString(joiner), " "));
    map.add(EMOJI_STYLE, "");
    return map.build();
  }
}
