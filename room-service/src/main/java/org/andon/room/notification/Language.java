package org.andon.room.notification;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What mails are written in. */
enum Language {
  @JsonProperty("zh-TW")
  ZH_TW,
  @JsonProperty("en")
  EN
}
