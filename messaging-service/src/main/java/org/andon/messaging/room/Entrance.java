package org.andon.messaging.room;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/** Lets the caller of a request into a room, or refuses. */
@RequestScoped
public class Entrance {
  private final SecurityIdentity identity;
  private final RoomAccess access;

  Entrance(SecurityIdentity identity, RoomAccess access) {
    this.identity = identity;
    this.access = access;
  }

  /** Who asks. */
  public Caller caller() {
    return Callers.of(identity);
  }

  /**
   * @throws RoomRefused if the caller is no member, or there is no such room
   */
  public Access.Granted to(UUID roomId) {
    return switch (access.check(roomId, caller())) {
      case Access.Granted granted -> granted;
      case Access.NotMember() -> throw new RoomRefused.NotAMember();
      case Access.NoSuchRoom() -> throw new RoomRefused.NoSuchRoom();
      case Access.Unknown() -> throw new RoomRefused.Unknown();
    };
  }
}
