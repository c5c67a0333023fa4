package org.andon.messaging.report;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ResourceBundle;

/** How a report says things, in one language and one time zone. Public for the templates. */
public final class Words {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx");
  private static final long MINUTES_A_DAY = Duration.ofDays(1).toMinutes();

  private final Language language;
  private final ZoneId zone;
  private final ResourceBundle bundle;

  Words(Language language, ZoneId zone) {
    this.language = language;
    this.zone = zone;
    this.bundle =
        ResourceBundle.getBundle(
            "org.andon.messaging.report.words",
            language.locale(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  public String language() {
    return language.tag();
  }

  String zone() {
    return zone.getId();
  }

  public String word(String key) {
    return bundle.getString(key);
  }

  String sentence(String key, Object... values) {
    return new MessageFormat(word(key), language.locale()).format(values);
  }

  /** One of a closed set, {@code status.active}; what a newer service adds is shown as it is. */
  String name(String set, String value) {
    String key = set + "." + value;
    return bundle.containsKey(key) ? bundle.getString(key) : value;
  }

  /** Null for null. */
  String time(Instant time) {
    return time == null ? null : TIME.format(time.atZone(zone));
  }

  /** In whole minutes. */
  String duration(Duration duration) {
    long minutes = duration.toMinutes();
    if (minutes < 1) {
      return word("duration.least");
    }
    if (minutes < MINUTES_A_DAY) {
      String key = minutes < 60 ? "duration.minutes" : "duration.hours";
      return sentence(key, minutes / 60, minutes % 60);
    }
    return sentence("duration.days", minutes / MINUTES_A_DAY, minutes % MINUTES_A_DAY / 60);
  }
}
