package org.andon.messaging.message;

import java.util.List;
import java.util.UUID;

/** Something to be done to a room's messages; its fields have been checked. */
public sealed interface RoomCommand {
  UUID roomId();

  /** Who does it. */
  String userId();

  /** The client's own id of it, good for ever: the same one again does nothing; or null. */
  UUID clientMsgId();

  /** What is to be written, in bytes of memory at the most. */
  default long contentBytes() {
    return (long) Character.BYTES
        * switch (this) {
          case Post post -> post.content().length();
          case Edit edit -> edit.content().length();
          case RecordEvent event -> event.content().length();
          case Delete _, React _, SetMark _ -> 0;
        };
  }

  /** Of what is to be written, the values by name as a JSON object; null for none. */
  default String readings() {
    return switch (this) {
      case Post post -> post.type() == MessageType.INCIDENT_DATA ? post.content() : null;
      case Edit edit -> edit.json() ? edit.content() : null;
      case RecordEvent event -> event.readings();
      case Delete _, React _, SetMark _ -> null;
    };
  }

  /**
   * @param content text, or for {@code INCIDENT_DATA} a JSON object as text
   * @param mentions user ids
   * @param fileId null unless the type refers to a file
   * @param replyTo a message id, or null
   */
  record Post(
      UUID roomId,
      String userId,
      String userName,
      UUID clientMsgId,
      MessageType type,
      String content,
      List<String> mentions,
      UUID fileId,
      UUID replyTo)
      implements RoomCommand {}

  /**
   * @param json whether the content is a JSON object rather than text
   * @param roster finds who is mentioned, before and after
   */
  record Edit(
      UUID roomId,
      String userId,
      UUID clientMsgId,
      UUID messageId,
      String content,
      boolean json,
      Roster roster)
      implements RoomCommand {}

  /**
   * @param moderator whether the user may delete what others wrote
   */
  record Delete(UUID roomId, String userId, UUID clientMsgId, UUID messageId, boolean moderator)
      implements RoomCommand {}

  /**
   * @param present whether the reaction shall be there, or shall not
   */
  record React(
      UUID roomId, String userId, UUID clientMsgId, UUID messageId, String emoji, boolean present)
      implements RoomCommand {}

  /**
   * @param mark null to take it away
   */
  record SetMark(UUID roomId, String userId, UUID clientMsgId, UUID messageId, Mark mark)
      implements RoomCommand {}

  /**
   * What happened to the room itself; done once for each of the room's versions.
   *
   * @param roomVersion null for what changes no room: it is written as often as it happens
   * @param content the event as a JSON object
   */
  record RecordEvent(UUID roomId, String userId, Long roomVersion, String content, String readings)
      implements RoomCommand {
    @Override
    public UUID clientMsgId() {
      return null;
    }
  }
}
