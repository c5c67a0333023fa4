package org.andon.messaging.presence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.andon.messaging.room.RoomRegistry;

/** Sends frames that may be lost to those who listen on this pod. */
@ApplicationScoped
class LocalRooms {
  private final RoomRegistry registry;
  private final ObjectMapper json;

  LocalRooms(RoomRegistry registry, ObjectMapper json) {
    this.registry = registry;
    this.json = json;
  }

  /** To everybody in the frame's room, but for one user (null: for nobody). */
  void inform(EphemeralFrame frame, String exceptUserId) {
    if (registry.isLive(frame.roomId())) {
      registry.inform(frame.roomId(), write(frame), exceptUserId);
    }
  }

  private byte[] write(EphemeralFrame frame) {
    try {
      return json.writeValueAsBytes(frame);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
