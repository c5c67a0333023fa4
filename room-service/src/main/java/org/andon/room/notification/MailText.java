package org.andon.room.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** What mails say, in a reader's language. */
@ApplicationScoped
class MailText {
  private static final String WORDS = "org.andon.room.notification.mail";

  private final MailConfig config;

  MailText(MailConfig config) {
    this.config = config;
  }

  String subject(List<NotificationView> notifications, Language language) {
    return "[Andon] "
        + (notifications.size() == 1
            ? notifications.getFirst().roomTitle() + ": " + line(notifications.getFirst(), language)
            : say(language, "many", notifications.size()));
  }

  String body(List<NotificationView> notifications, Language language) {
    StringBuilder body = new StringBuilder();
    notifications.stream()
        .limit(config.listed())
        .forEach(it -> body.append(paragraph(it, language)).append('\n'));
    if (notifications.size() > config.listed()) {
      int more = notifications.size() - config.listed();
      body.append(say(language, "more", more)).append("\n\n");
    }
    String settings = config.publicUrl() + "/notification-settings";
    return body.append("-- \n").append(say(language, "footer", settings)).append('\n').toString();
  }

  private String paragraph(NotificationView notification, Language language) {
    StringBuilder text = new StringBuilder(line(notification, language)).append('\n');
    if (notification.excerpt() != null) {
      text.append("> ").append(notification.excerpt().replace("\n", "\n> ")).append('\n');
    }
    return text.append(notification.roomTitle())
        .append('\n')
        .append(config.publicUrl())
        .append(notification.path())
        .append('\n')
        .toString();
  }

  private static String line(NotificationView notification, Language language) {
    Map<String, Object> details = notification.details();
    return switch (notification.kind()) {
      case MENTION -> say(language, "mention", actor(notification));
      case ASSIGNMENT ->
          say(
              language,
              "assignment",
              actor(notification),
              say(language, "role." + details.get("role")));
      case OUT_OF_BOUNDS ->
          say(
              language,
              "out_of_bounds." + details.get("bound"),
              details.get("field"),
              measured(details, "value"),
              measured(details, "limit"));
      case ESCALATION -> say(language, "escalation", details.get("minutes"));
    };
  }

  private static String actor(NotificationView notification) {
    return notification.actorName() == null
        ? notification.actorId().replaceFirst("@.*", "")
        : notification.actorName();
  }

  private static String measured(Map<String, Object> details, String number) {
    Object unit = details.get("unit");
    return unit == null ? details.get(number).toString() : details.get(number) + " " + unit;
  }

  private static String say(Language language, String key, Object... values) {
    Locale locale =
        switch (language) {
          case ZH_TW -> Locale.TAIWAN;
          case EN -> Locale.ENGLISH;
        };
    ResourceBundle words =
        ResourceBundle.getBundle(
            WORDS, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    return new MessageFormat(words.getString(key), locale).format(values);
  }
}
