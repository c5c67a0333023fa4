package org.andon.messaging.room;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A room that somebody on this pod listens to. Until it is told where the database stands, it keeps
 * what arrives; from then on subscribers get every frame once and in order.
 */
final class LiveRoom {
  private final Set<Subscriber> subscribers = new LinkedHashSet<>();
  private final List<Frame> beforeStart = new ArrayList<>();
  private ReorderBuffer order;
  private boolean retired;

  synchronized boolean started() {
    return order != null;
  }

  /** Begins after the given number; the first call counts. */
  synchronized void startAt(long lastSequence) {
    if (order == null) {
      order = new ReorderBuffer(lastSequence);
      beforeStart.forEach(order::offer);
      beforeStart.clear();
    }
  }

  /**
   * Adds a subscriber, who gets everything after the number returned; empty if the room has been
   * retired.
   */
  synchronized OptionalLong add(Subscriber subscriber) {
    if (retired) {
      return OptionalLong.empty();
    }
    subscribers.add(subscriber);
    return OptionalLong.of(order.delivered());
  }

  /**
   * Removes a subscriber, if given; true if nobody is left, and then the room is of no more use.
   */
  synchronized boolean removeAndRetire(Subscriber subscriber) {
    subscribers.remove(subscriber);
    retired = subscribers.isEmpty();
    return retired;
  }

  /** Delivers under the lock, so that no two threads can show two subscribers different orders. */
  synchronized void offer(Frame frame) {
    if (order == null) {
      beforeStart.add(frame);
      return;
    }
    for (Frame due : order.offer(frame)) {
      for (Subscriber subscriber : subscribers) {
        subscriber.deliver(due);
      }
    }
  }

  synchronized OptionalLong delivered() {
    return order == null ? OptionalLong.empty() : OptionalLong.of(order.delivered());
  }

  void each(Consumer<Subscriber> action) {
    List<Subscriber> now;
    synchronized (this) {
      now = List.copyOf(subscribers);
    }
    now.forEach(action);
  }
}
