package org.andon.outbox;

import java.util.List;

/**
 * The events that a service has committed and that are not known to be on Kafka; the service has
 * one bean of it. Both calls are in one transaction of the publisher.
 *
 * @param <E> what the service knows an event by
 */
public interface Outbox<E extends PendingEvent> {

  /** The topic of all its events. */
  String topic();

  /**
   * Events that are this pod's alone until the transaction ends, each key's in their order.
   *
   * @param limit how many at the most
   * @param bytes how large they may be together before the last one; there is always a first one
   */
  List<E> reserve(int limit, long bytes);

  /** Kafka has acknowledged them, some of what was reserved; in the same order. */
  void published(List<E> events);
}
