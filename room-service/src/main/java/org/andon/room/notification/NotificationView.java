package org.andon.room.notification;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.andon.room.room.Severity;

/** A notification as its user sees it; the room's title and severity as they are now. */
record NotificationView(
    UUID notificationId,
    Kind kind,
    UUID roomId,
    String roomTitle,
    Severity severity,
    UUID messageId,
    Long sequenceNumber,
    String actorId,
    String actorName,
    String excerpt,
    Map<String, Object> details,
    Instant createdAt,
    Instant readAt) {

  /** Where it happened, in the app. */
  String path() {
    String room = "/rooms/" + roomId;
    return sequenceNumber == null ? room : room + "?at=" + sequenceNumber;
  }
}
