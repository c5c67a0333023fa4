package org.andon.messaging.room;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * A room that somebody on this pod listens to. Until it is told where the database stands, it keeps
 * what arrives; from then on subscribers get every frame once and in order.
 *
 * <p>An idle room's frame goes out at once. While one delivery is under way, and for a moment after
 * it began, further frames gather and go out together: a busy room costs each member one write for
 * many frames.
 */
final class LiveRoom {
  private static final Logger LOG = Logger.getLogger(LiveRoom.class);

  private final Subscribers subscribers = new Subscribers();
  private final ScheduledExecutorService timer;
  private final long gatherNanos;
  private final UUID roomId;
  private final RoomMeters meters;

  private final List<Frame> beforeStart = new ArrayList<>();
  private ReorderBuffer order;
  private boolean retired;

  private List<Frame> gathered = new ArrayList<>();
  private boolean delivering;
  private long lastDelivery;

  LiveRoom(UUID roomId, ScheduledExecutorService timer, Duration gather, RoomMeters meters) {
    this.roomId = roomId;
    this.timer = timer;
    this.meters = meters;
    this.gatherNanos = gather.toNanos();
    this.lastDelivery = System.nanoTime() - gatherNanos;
  }

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
   * Adds a subscriber, who gets everything after the number returned, and perhaps something before
   * it; empty if the room has been retired.
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

  synchronized void offer(Frame frame) {
    if (order == null) {
      beforeStart.add(frame);
      return;
    }
    int waiting = order.waiting();
    gathered.addAll(order.offer(frame));
    if (order.waiting() > waiting) {
      meters.reordered();
    }
    if (!delivering && !gathered.isEmpty()) {
      deliverWhenDue();
    }
  }

  /** One delivery at a time: subscribers on different threads all see the one order. */
  private void deliverWhenDue() {
    delivering = true;
    long wait = lastDelivery + gatherNanos - System.nanoTime();
    if (wait <= 0) {
      deliver();
      return;
    }
    try {
      ScheduledFuture<?> unused = timer.schedule(this::deliver, wait, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException stopping) {
      deliver();
    }
  }

  private synchronized void deliver() {
    lastDelivery = System.nanoTime();
    FrameBatch batch;
    try {
      batch = new FrameBatch(gathered);
    } catch (OutOfMemoryError e) {
      // The frames stay gathered: they go out with the room's next one, once there is memory again.
      LOG.errorf("no memory to deliver %d frames, tried again soon", gathered.size());
      delivering = false;
      return;
    }
    gathered = new ArrayList<>();
    subscribers.tell(subscriber -> subscriber.deliver(batch), () -> delivered(batch));
  }

  private synchronized void delivered(FrameBatch batch) {
    meters.delivered(roomId, batch);
    batch.release();
    delivering = false;
    if (!gathered.isEmpty()) {
      deliverWhenDue();
    }
  }

  /** The number up to which frames are on their way to the subscribers. */
  synchronized OptionalLong delivered() {
    return order == null ? OptionalLong.empty() : OptionalLong.of(order.delivered());
  }

  synchronized void tell(Consumer<Subscriber> action, Runnable done) {
    subscribers.tell(action, done);
  }
}
