package org.andon.room.room;

import java.util.UUID;

/** Why a room's rules refuse what was asked. The message is meant for the caller. */
public abstract sealed class RoomException extends RuntimeException {

  // No stack trace: this is an answer, not a fault.
  private RoomException(String message) {
    super(message, null, false, false);
  }

  /** No such room, or it is deleted. */
  public static final class RoomNotFound extends RoomException {
    RoomNotFound(UUID roomId) {
      super("There is no room " + roomId + ".");
    }
  }

  /** The person is not a member of the room. */
  public static final class MemberNotFound extends RoomException {
    MemberNotFound(String userId) {
      super(userId + " is not a member of this room.");
    }
  }

  /** The room's checklist has no such item. */
  public static final class ItemNotFound extends RoomException {
    ItemNotFound(UUID itemId) {
      super("The room's checklist has no item " + itemId + ".");
    }
  }

  /** The caller is no member, or the role does not suffice. */
  public static final class Forbidden extends RoomException {
    Forbidden(String message) {
      super(message);
    }
  }

  /** The room has been changed since the version the caller knows. */
  public static final class VersionConflict extends RoomException {
    VersionConflict(long current) {
      super("The room has been changed meanwhile; its version is now " + current + ".");
    }
  }

  /** The lifecycle has no such step. */
  public static final class InvalidTransition extends RoomException {
    InvalidTransition(RoomStatus from, RoomStatus to) {
      super("A room that is " + Wire.name(from) + " cannot become " + Wire.name(to) + ".");
    }
  }

  /** Archived rooms are read-only. */
  public static final class RoomArchived extends RoomException {
    RoomArchived() {
      super("The room is archived and read-only.");
    }
  }

  /** A room always has an owner. */
  public static final class LastOwner extends RoomException {
    LastOwner() {
      super("The room would be left without an owner.");
    }
  }

  /** A field's value breaks a rule that the request's shape alone cannot show. */
  public static final class InvalidField extends RoomException {
    private final String field;

    public InvalidField(String field, String message) {
      super(message);
      this.field = field;
    }

    /** The field's name in JSON, or the query parameter's. */
    public String field() {
      return field;
    }
  }
}
