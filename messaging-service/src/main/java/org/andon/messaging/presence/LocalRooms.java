package org.andon.messaging.presence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.andon.messaging.room.EphemeralKind;
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
      registry.inform(frame.roomId(), kind(frame), write(frame), exceptUserId);
    }
  }

  private static EphemeralKind kind(EphemeralFrame frame) {
    return switch (frame) {
      case EphemeralFrame.UserMoved moved -> EphemeralKind.USER_MOVED;
      case EphemeralFrame.Online online -> EphemeralKind.PRESENCE;
      case EphemeralFrame.Typing typing -> EphemeralKind.TYPING;
      case EphemeralFrame.Read read -> EphemeralKind.READ;
    };
  }

  private byte[] write(EphemeralFrame frame) {
    try {
      return json.writeValueAsBytes(frame);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
