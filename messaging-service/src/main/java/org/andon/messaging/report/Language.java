package org.andon.messaging.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.andon.http.InvalidParameter;

/** What a report is written in. */
public enum Language {
  /** The plant's own: for who asks for none that there is. */
  ZH_TW("zh-TW"),
  EN("en");

  private final Locale locale;

  Language(String tag) {
    this.locale = Locale.forLanguageTag(tag);
  }

  /**
   * @param tag as in {@code lang=}; null for the reader's first that there is
   * @param acceptable the reader's languages, the dearest first
   */
  public static Language of(String tag, List<Locale> acceptable) {
    if (tag == null) {
      return acceptable.stream().flatMap(Language::speaking).findFirst().orElse(ZH_TW);
    }
    return Stream.of(values())
        .filter(language -> language.tag().equals(tag))
        .findFirst()
        .orElseThrow(() -> new InvalidParameter("lang", "is zh-TW or en."));
  }

  private static Stream<Language> speaking(Locale wanted) {
    return Stream.of(values())
        .filter(language -> language.locale.getLanguage().equals(wanted.getLanguage()));
  }

  Locale locale() {
    return locale;
  }

  String tag() {
    return locale.toLanguageTag();
  }
}
