package org.andon.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a client knows of a room, from history and from frames: the least a client must do with
 * them. Two states are equal when they show the same.
 */
public final class RoomState {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a reading said beyond what its room expected. */
  private static final List<String> FINDINGS = List.of("out_of_bounds", "wrong_type");

  /** What a frame leaves out, where there is nothing. */
  private static final List<String> NULL_IN_HISTORY =
      List.of("edited_at", "deleted_at", "mark", "machine", "out_of_bounds", "wrong_type");

  private final Map<Long, ObjectNode> messages = new TreeMap<>();
  private final Map<String, Long> numbers = new TreeMap<>();
  private long last;

  /** A client that holds everything up to a number, and knows of no message. */
  public static RoomState after(long last) {
    RoomState state = new RoomState();
    state.last = last;
    return state;
  }

  /** From a page of history; its {@code last_sequence_number} is where frames go on. */
  public static RoomState of(JsonNode page) {
    RoomState state = after(page.at("/pagination/last_sequence_number").asLong());
    page.get("items").forEach(item -> state.put(normal(item, reactions(item))));
    return state;
  }

  private static ObjectNode reactions(JsonNode item) {
    ObjectNode counts = JSON.createObjectNode();
    item.path("reactions")
        .forEach(r -> counts.put(r.get("emoji").asText(), r.get("count").asInt()));
    return counts;
  }

  private static ObjectNode normal(JsonNode message, ObjectNode reactions) {
    ObjectNode normal = message.deepCopy();
    normal.remove(List.of("type", "message_type", "created_at", "timestamp"));
    for (String field : NULL_IN_HISTORY) {
      if (normal.path(field).isNull()) {
        normal.remove(field);
      }
    }
    normal.set("reactions", reactions);
    return normal;
  }

  private void put(ObjectNode message) {
    long number = message.get("sequence_number").asLong();
    messages.put(number, message);
    numbers.put(message.get("message_id").asText(), number);
  }

  /** Takes the room's next durable frame; one that leaves a gap, or comes again, is an error. */
  public RoomState apply(JsonNode frame) {
    long number = frame.get("sequence_number").asLong();
    if (number != last + 1) {
      throw new AssertionError("number " + number + " came after " + last);
    }
    last = number;
    switch (frame.get("type").asText()) {
      case "message", "system" -> put(normal(frame, JSON.createObjectNode()));
      default -> change(frame);
    }
    return this;
  }

  private void change(JsonNode frame) {
    Long number = numbers.get(frame.get("message_id").asText());
    if (number == null) {
      return;
    }
    ObjectNode message = messages.get(number);
    switch (frame.get("type").asText()) {
      case "message_edited" -> {
        message.set("content", frame.get("content"));
        message.set("mentions", frame.get("mentions"));
        message.set("edited_at", frame.get("edited_at"));
        message.remove(FINDINGS);
        FINDINGS.stream().filter(frame::has).forEach(f -> message.set(f, frame.get(f)));
      }
      case "message_deleted" -> {
        message.putNull("content");
        message.set("deleted_at", frame.get("deleted_at"));
        message.remove("mark");
        message.remove(FINDINGS);
      }
      case "reaction_added", "reaction_removed" ->
          message.set("reactions", frame.get("reactions").deepCopy());
      case "message_marked" -> {
        if (frame.get("mark").isNull()) {
          message.remove("mark");
        } else {
          message.set("mark", frame.get("mark"));
        }
      }
      default -> throw new AssertionError("a frame of an unknown type: " + frame);
    }
  }

  public long last() {
    return last;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RoomState state && messages.equals(state.messages);
  }

  @Override
  public int hashCode() {
    return messages.hashCode();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("up to " + last + ":\n");
    messages.values().forEach(message -> text.append(message).append('\n'));
    return text.toString();
  }
}
