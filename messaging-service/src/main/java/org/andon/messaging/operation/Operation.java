package org.andon.messaging.operation;

import java.util.List;
import java.util.UUID;
import org.andon.messaging.message.Mark;
import org.andon.messaging.message.MessageType;

/** Something a member does to a room's messages; its fields have been checked. */
public sealed interface Operation {
  /** The client's own id of it, or null. */
  UUID clientMsgId();

  record Post(
      UUID clientMsgId,
      MessageType messageType,
      String content,
      List<String> mentions,
      UUID fileId,
      UUID replyTo)
      implements Operation {}

  /**
   * @param structured whether the content is a JSON object rather than text
   */
  record Edit(UUID clientMsgId, UUID messageId, String content, boolean structured)
      implements Operation {}

  record Delete(UUID clientMsgId, UUID messageId) implements Operation {}

  /**
   * @param mark null to take it away
   */
  record SetMark(UUID clientMsgId, UUID messageId, Mark mark) implements Operation {}

  /**
   * @param present added, or removed
   */
  record React(UUID clientMsgId, UUID messageId, String emoji, boolean present)
      implements Operation {}
}
