package org.andon.room.notification;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.andon.room.room.Severity;

/**
 * What a browser is told: where to look, and no word of what was said. The service worker reads it.
 */
record PushPayload(
    UUID notificationId,
    Kind kind,
    UUID roomId,
    String roomTitle,
    Severity severity,
    String path,
    @JsonProperty("lang") Language language) {

  /** As much as a notification on a tablet shows. */
  private static final int TITLE_LENGTH = 80;

  static PushPayload of(NotificationView notification, Language language) {
    return new PushPayload(
        notification.notificationId(),
        notification.kind(),
        notification.roomId(),
        shortened(notification.roomTitle()),
        notification.severity(),
        notification.path(),
        language);
  }

  private static String shortened(String title) {
    return title.codePointCount(0, title.length()) <= TITLE_LENGTH
        ? title
        : title.substring(0, title.offsetByCodePoints(0, TITLE_LENGTH - 1)) + "…";
  }
}
