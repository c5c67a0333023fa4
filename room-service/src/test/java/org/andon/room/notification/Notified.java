package org.andon.room.notification;

import static org.andon.room.testing.People.as;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.contracts.TopicNames;
import org.andon.room.testing.Topic;

/** What happens elsewhere that people are told of, and what they are told of one room. */
final class Notified {
  private static final Duration SOON = Duration.ofSeconds(30);

  private Notified() {}

  static JsonPath list(String user, String query) {
    return as(user)
        .get("/api/me/notifications" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  static List<Map<String, Object>> of(String user, String room, String kind) {
    return list(user, "?limit=200").<Map<String, Object>>getList("items").stream()
        .filter(it -> it.get("room_id").equals(room) && it.get("kind").equals(kind))
        .toList();
  }

  static List<Map<String, Object>> awaited(String user, String room, String kind, int count) {
    return await().atMost(SOON).until(() -> of(user, room, kind), it -> it.size() == count);
  }

  static void mention(String room, String user, String sender, String message, String excerpt) {
    mention(UUID.randomUUID(), room, user, sender, message, excerpt);
  }

  static void mention(
      UUID event, String room, String user, String sender, String message, String excerpt) {
    Topic.put(
        TopicNames.MENTIONS,
        user,
        headers(event),
        """
        {"user_id":"%s","room_id":"%s","room_title":"x","sequence_number":7,"message_id":"%s",
         "message_type":"text","excerpt":"%s","sender_id":"%s","sender_name":"李偉",
         "created_at":"2026-03-02T08:15:04.007Z"}
        """
            .formatted(user, room, message, excerpt, sender));
  }

  static void reading(String room, String field, String value) {
    Topic.put(
        TopicNames.READINGS,
        room,
        headers(UUID.randomUUID()),
        """
        {"room_id":"%s","location":"Line 3","sequence_number":7,"message_id":"%s","field":"%s",
         "value":%s,"unit":"°C","limit":80,"bound":"high"}
        """
            .formatted(room, UUID.randomUUID(), field, value));
  }

  static Map<String, String> headers(UUID event) {
    return Map.of(
        "ce_id",
        event.toString(),
        "ce_time",
        Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
  }
}
