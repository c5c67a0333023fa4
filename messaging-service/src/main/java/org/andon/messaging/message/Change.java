package org.andon.messaging.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Something that was done to a message.
 *
 * @param changeId the id of its event
 * @param sequenceNumber null if it changed nothing
 */
record Change(
    UUID changeId,
    UUID roomId,
    Long sequenceNumber,
    UUID messageId,
    String userId,
    UUID clientMsgId,
    Instant createdAt,
    Kind kind) {

  /** What was done. */
  sealed interface Kind {
    record Edited(
        String content,
        List<String> mentions,
        String previousContent,
        List<String> previousMentions,
        Findings findings)
        implements Kind {}

    /**
     * @param mark null when it was taken away
     * @param previous null when there was none
     */
    record Marked(Mark mark, Mark previous) implements Kind {}

    record Deleted(String previousContent, List<String> previousMentions) implements Kind {}

    /**
     * @param present whether it was added, or removed
     * @param counts how many people stand behind each emoji after it
     */
    record Reacted(String emoji, boolean present, Map<String, Integer> counts) implements Kind {}

    /**
     * Done by a later version, which runs beside this one or did before it.
     *
     * @param name as its frame is called, without {@code message_}
     * @param frameFields what only its frame has, a JSON object
     */
    record OfLaterVersion(String name, String frameFields) implements Kind {}
  }

  Receipt receipt() {
    return new Receipt(messageId, sequenceNumber, createdAt);
  }
}
