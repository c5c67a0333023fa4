package org.andon.messaging.handover;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * What became of a room in a shift, and what it leaves to the next.
 *
 * @param severity null, as {@code openedAt}, where the service was never told
 * @param messages of people and machines, not deleted ones; {@code files} are those with one
 * @param speakers who wrote them, those who wrote most first
 * @param changes what happened to the room itself
 * @param marks root causes, decisions and measurements that were marked in the shift
 * @param openActions whenever they came up
 */
record RoomDigest(
    UUID roomId,
    String title,
    String severity,
    String status,
    Instant openedAt,
    long lastSequenceNumber,
    long messages,
    long files,
    Entries<Speaker> speakers,
    Entries<Change> changes,
    Entries<Marked> marks,
    Entries<Action> openActions,
    Entries<OutOfBounds> outOfBounds) {

  /**
   * As many as a digest holds.
   *
   * @param leftOut how many more there were
   */
  record Entries<T>(List<T> items, long leftOut) {
    /** The first of all. */
    static <T> Entries<T> of(List<T> all, int most) {
      return all.size() <= most
          ? new Entries<>(all, 0)
          : new Entries<>(List.copyOf(all.subList(0, most)), all.size() - most);
    }

    long total() {
      return items.size() + leftOut;
    }

    Entries<T> map(UnaryOperator<T> change) {
      return new Entries<>(items.stream().map(change).toList(), leftOut);
    }
  }

  record Speaker(String userId, String name, long messages) {}

  /**
   * @param event as the room's system message calls it
   * @param from what severity or status was, and {@code to} what it became; null for other changes
   * @param fields what was changed, the summary's parts too; empty unless that is the event
   * @param memberId null, as {@code role}, for changes of no member
   */
  record Change(
      long sequenceNumber,
      Instant at,
      String userId,
      String event,
      String from,
      String to,
      List<String> fields,
      String memberId,
      String role) {}

  /**
   * @param text the beginning of the message; of readings their names and values
   */
  record Marked(
      UUID messageId,
      long sequenceNumber,
      String mark,
      String text,
      String senderId,
      String senderName,
      String markedBy) {
    Marked withoutText() {
      return new Marked(messageId, sequenceNumber, mark, null, senderId, senderName, markedBy);
    }
  }

  /**
   * A message marked as an action, or an item of the checklist.
   *
   * @param itemId null for a message; everything but the text is null for an item
   */
  record Action(
      UUID messageId,
      Long sequenceNumber,
      String text,
      String senderId,
      String senderName,
      UUID itemId) {
    static Action of(Marked marked) {
      return new Action(
          marked.messageId(),
          marked.sequenceNumber(),
          marked.text(),
          marked.senderId(),
          marked.senderName(),
          null);
    }

    Action withoutText() {
      return new Action(messageId, sequenceNumber, null, senderId, senderName, itemId);
    }
  }

  /**
   * @param bound {@code low} or {@code high}
   */
  record OutOfBounds(
      long sequenceNumber,
      Instant measuredAt,
      String field,
      BigDecimal value,
      String unit,
      BigDecimal limit,
      String bound) {}
}
