package org.andon.messaging.presence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.andon.messaging.room.RoomRegistry;

/** Who is typing where. */
@ApplicationScoped
public class Typists {
  private final RoomRegistry registry;
  private final ObjectMapper json;

  Typists(RoomRegistry registry, ObjectMapper json) {
    this.registry = registry;
    this.json = json;
  }

  /** A user of this pod types, or has stopped. */
  public void typing(UUID roomId, String userId, boolean isTyping) {
    try {
      registry.inform(
          roomId,
          json.writeValueAsBytes(new TypingFrame("typing", roomId, userId, isTyping)),
          userId);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  record TypingFrame(String type, UUID roomId, String userId, boolean isTyping) {}
}
