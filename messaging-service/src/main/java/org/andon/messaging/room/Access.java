package org.andon.messaging.room;

/** Whether somebody may enter a room. */
public sealed interface Access {
  /**
   * @param version the room's version this was true at; 0 when not known
   */
  record Granted(Role role, boolean archived, long version) implements Access {}

  record NotMember() implements Access {}

  record NoSuchRoom() implements Access {}

  /** Neither the projection nor room-service could tell. */
  record Unknown() implements Access {}
}
