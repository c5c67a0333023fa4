package org.andon.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * One thing that happened in a room.
 *
 * @param number of the event in its room: 1, 2, 3 … without a gap; puts a room's events in order
 */
record Event(String roomId, long number, JsonNode frame) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Empty if there is no number, or no JSON: nothing this reader knows of. */
  static Optional<Event> of(ConsumerRecord<String, byte[]> message) {
    try {
      JsonNode frame = JSON.readTree(message.value());
      JsonNode number = frame.path("sequence_number");
      return number.isIntegralNumber()
          ? Optional.of(new Event(message.key(), number.asLong(), frame))
          : Optional.empty();
    } catch (IOException e) {
      // Said, for somebody to look at it; those after it are not to wait for that.
      System.err.printf("passed over: offset=%d: %s%n", message.offset(), e.getMessage());
      return Optional.empty();
    }
  }

  /** A line of text. */
  String in(Rooms rooms) {
    return "[%s] #%d %s".formatted(rooms.title(roomId), number, what());
  }

  private String what() {
    return switch (text("type")) {
      case "message" -> text("sender_name") + ": " + content();
      case "message_edited" ->
          text("edited_by") + " changed " + text("message_id") + " to " + content();
      case "message_deleted" -> text("deleted_by") + " deleted " + text("message_id");
      case "reaction_added" -> text("user_id") + " reacted " + text("emoji");
      case "reaction_removed" -> text("user_id") + " took back " + text("emoji");
      case "system" -> text("event") + " by " + text("user_id");
      // Types are added within version 1: what is not known is passed over, never an error.
      case String other -> "(" + other + ")";
    };
  }

  /** Text, or the JSON of a reading; null once it was deleted. */
  private String content() {
    JsonNode content = frame.path("content");
    if (content.isNull()) {
      return "(deleted)";
    }
    return content.isTextual() ? content.asText() : content.toString();
  }

  private String text(String field) {
    return frame.path(field).asText();
  }
}
