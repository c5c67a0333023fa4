package org.andon.messaging.handover;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** A handover with what it tells of the reader's rooms. */
record HandoverDetail(@JsonUnwrapped HandoverView handover, List<Room> rooms) {
  /**
   * @param unread what the reader has not read by now; null for one who is no member
   */
  record Room(@JsonUnwrapped RoomDigest digest, Long unread) {}
}
