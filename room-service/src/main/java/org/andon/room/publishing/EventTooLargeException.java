package org.andon.room.publishing;

/** A room has grown too large for one event. The message is meant for the caller. */
public class EventTooLargeException extends RuntimeException {

  // No stack trace: this is an answer, not a fault.
  EventTooLargeException(int maxBytes) {
    super(
        "with their ids and the room's texts make the room larger than %d kB"
            .formatted(maxBytes / 1000),
        null,
        false,
        false);
  }
}
