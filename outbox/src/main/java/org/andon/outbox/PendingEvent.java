package org.andon.outbox;

/** An event that is committed and not known to be on Kafka. */
public interface PendingEvent {

  /** The record's key: events of one key arrive in their order. */
  String key();

  CloudEvent event();
}
