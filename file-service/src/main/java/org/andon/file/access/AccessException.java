package org.andon.file.access;

import java.util.UUID;

/** Why a caller gets no access to a room. The message is meant for the caller. */
public abstract sealed class AccessException extends RuntimeException {

  // No stack trace: this is an answer, not a fault.
  private AccessException(String message, Throwable cause) {
    super(message, cause, false, false);
  }

  /** No such room, or it is deleted. */
  public static final class RoomNotFound extends AccessException {
    RoomNotFound(UUID roomId) {
      super("There is no room " + roomId + ".", null);
    }
  }

  /** The caller is no member, or the role does not suffice. */
  public static final class Forbidden extends AccessException {
    Forbidden(String message) {
      super(message, null);
    }
  }

  /** Archived rooms are read-only. */
  public static final class RoomArchived extends AccessException {
    RoomArchived() {
      super("The room is archived and read-only.", null);
    }
  }

  /** Only room-service could tell, and it does not answer. */
  public static final class RoomServiceAway extends AccessException {
    RoomServiceAway(Throwable cause) {
      super("Membership cannot be checked at the moment.", cause);
    }
  }
}
