package org.andon.messaging.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.andon.contracts.IncidentRoom;
import org.andon.messaging.message.Excerpt;
import org.andon.messaging.reading.UnreadRoom;

/** What a feed tells; never stored. */
sealed interface FeedFrame {
  record Unread(String type, UUID roomId, long unread, long mentions, long lastSequenceNumber)
      implements FeedFrame {}

  record Mentioned(
      String type, UUID roomId, UUID messageId, String senderId, String senderName, String excerpt)
      implements FeedFrame {}

  /** The room as room-service shows it to the user. */
  record RoomChanged(
      String type,
      UUID roomId,
      String title,
      String incidentType,
      String severity,
      String status,
      String location,
      String description,
      String createdBy,
      Instant createdAt,
      Instant updatedAt,
      Instant lastActivityAt,
      Instant resolvedAt,
      String resolutionNotes,
      String rootCause,
      String correctiveActions,
      String preventiveActions,
      Instant archivedAt,
      int memberCount,
      List<IncidentRoom.Field> fields,
      String myRole,
      long version)
      implements FeedFrame {}

  record RoomRemoved(String type, UUID roomId) implements FeedFrame {}

  record HandoversChanged(String type, Collection<UUID> handoverIds) implements FeedFrame {}

  static FeedFrame unread(UnreadRoom room) {
    return new Unread(
        "unread", room.roomId(), room.unread(), room.mentions(), room.lastSequenceNumber());
  }

  /**
   * @param message as clients get it
   * @param length code points of the text that are shown
   */
  static FeedFrame mentioned(UUID roomId, JsonNode message, int length) {
    return new Mentioned(
        "mentioned",
        roomId,
        UUID.fromString(message.path("message_id").asText()),
        message.path("sender_id").asText(),
        message.path("sender_name").asText(),
        Excerpt.of(message.path("content"), length));
  }

  static FeedFrame roomChanged(IncidentRoom room, String myRole, long version) {
    return new RoomChanged(
        "room_changed",
        room.roomId(),
        room.title(),
        room.incidentType(),
        room.severity(),
        room.status(),
        room.location(),
        room.description(),
        room.createdBy(),
        room.createdAt(),
        room.updatedAt(),
        room.lastActivityAt(),
        room.resolvedAt(),
        room.resolutionNotes(),
        room.rootCause(),
        room.correctiveActions(),
        room.preventiveActions(),
        room.archivedAt(),
        room.memberCount(),
        room.fields(),
        myRole,
        version);
  }

  static FeedFrame roomRemoved(UUID roomId) {
    return new RoomRemoved("room_removed", roomId);
  }

  static FeedFrame handoversChanged(Collection<UUID> handoverIds) {
    return new HandoversChanged("handovers_changed", handoverIds);
  }
}
