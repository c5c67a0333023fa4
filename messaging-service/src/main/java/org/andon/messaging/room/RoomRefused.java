package org.andon.messaging.room;

/** Why a caller is not let into a room. */
public abstract sealed class RoomRefused extends RuntimeException {
  private RoomRefused(String message) {
    super(message, null, false, false);
  }

  public static final class NotAMember extends RoomRefused {
    NotAMember() {
      super("You are not a member of this room.");
    }
  }

  public static final class NoSuchRoom extends RoomRefused {
    NoSuchRoom() {
      super("There is no such room.");
    }
  }

  public static final class Unknown extends RoomRefused {
    Unknown() {
      super("Whether you may enter the room cannot be told now. Try again in a moment.");
    }
  }
}
