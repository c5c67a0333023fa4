package org.andon.room.notification;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What mails and pushes are written in. */
enum Language {
  @JsonProperty("zh-TW")
  ZH_TW,
  @JsonProperty("en")
  EN;

  /** As in JSON. */
  static Language of(String tag) {
    return valueOf(tag.replace('-', '_').toUpperCase(Locale.ROOT));
  }
}
