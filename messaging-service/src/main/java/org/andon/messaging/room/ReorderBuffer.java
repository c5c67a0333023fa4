package org.andon.messaging.room;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Puts a room's frames in order: an early one waits, one that was seen is dropped. Not thread-safe.
 */
final class ReorderBuffer {
  private final TreeMap<Long, Frame> early = new TreeMap<>();
  private long delivered;

  /**
   * @param delivered the number of the last frame that is already known
   */
  ReorderBuffer(long delivered) {
    this.delivered = delivered;
  }

  /** Takes a frame; returns those that are due now, in order. */
  List<Frame> offer(Frame frame) {
    if (frame.sequenceNumber() <= delivered) {
      return List.of();
    }
    if (frame.sequenceNumber() == delivered + 1 && early.isEmpty()) {
      delivered++;
      return List.of(frame);
    }
    early.putIfAbsent(frame.sequenceNumber(), frame);
    List<Frame> due = new ArrayList<>();
    while (!early.isEmpty() && early.firstKey() == delivered + 1) {
      due.add(early.pollFirstEntry().getValue());
      delivered++;
    }
    return due;
  }

  long delivered() {
    return delivered;
  }

  int waiting() {
    return early.size();
  }
}
