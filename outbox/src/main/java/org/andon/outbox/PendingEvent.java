package org.andon.outbox;

/** An event that is committed and not known to be on Kafka. */
public interface PendingEvent {

  /** The record's key: events of one key arrive in their order. */
  String key();

  CloudEvent event();

  /** Whether nobody needs to hear of it any more: it counts as published. */
  default boolean isObsolete() {
    return false;
  }
}
