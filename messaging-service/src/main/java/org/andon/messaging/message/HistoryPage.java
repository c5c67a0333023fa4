package org.andon.messaging.message;

import java.util.List;

/** A page of history, newest first. */
record HistoryPage(List<MessageView> items, Pagination pagination) {
  /**
   * @param nextBefore what to ask for next, as {@code before}; null at the beginning of the room
   * @param lastSequenceNumber the room's last number now: where a socket goes on from
   */
  record Pagination(int limit, boolean hasMore, Long nextBefore, long lastSequenceNumber) {}

  static HistoryPage of(List<MessageView> items, int limit, boolean hasMore, long last) {
    Long nextBefore = hasMore ? items.getLast().sequenceNumber() : null;
    return new HistoryPage(items, new Pagination(limit, hasMore, nextBefore, last));
  }
}
