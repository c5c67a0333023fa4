package org.andon.bench.load;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;

/** One stretch of load and its tally; touched on the event loop alone. */
final class Phase {
  private static final int DIGITS = 3;

  final int id;
  final Pace pace;
  final long begin = System.nanoTime();
  final CompletableFuture<Outcome> ended = new CompletableFuture<>();

  private final long from;
  private final long until;
  private final Histogram ackMicros = new Histogram(DIGITS);
  private final Histogram deliveryMicros = new Histogram(DIGITS);
  private long windowAcks;
  private long windowDeliveries;
  private long sent;
  private long acked;
  private long expected;
  private long delivered;
  long refused;
  long skipped;
  long repeated;
  long closed;

  Phase(int id, Pace pace, Duration warm, Duration run) {
    this.id = id;
    this.pace = pace;
    this.from = begin + warm.toNanos();
    this.until = from + run.toNanos();
  }

  boolean isSending(long now) {
    return now < until;
  }

  void sent(int receivers) {
    sent++;
    expected += receivers;
  }

  void acked(long due, long now) {
    acked++;
    if (isMeasured(now)) {
      windowAcks++;
    }
    if (isMeasured(due)) {
      ackMicros.recordValue((now - due) / 1000);
    }
  }

  void delivered(long due, long now) {
    delivered++;
    if (isMeasured(now)) {
      windowDeliveries++;
    }
    if (isMeasured(due)) {
      deliveryMicros.recordValue((now - due) / 1000);
    }
  }

  private boolean isMeasured(long time) {
    return time >= from && time < until;
  }

  boolean isDrained() {
    return acked + refused >= sent && delivered >= expected;
  }

  boolean isOver(long now, Duration patience) {
    return now > until + patience.toNanos();
  }

  Outcome outcome() {
    double seconds = (until - from) / 1e9;
    return new Outcome(
        windowAcks / seconds,
        windowDeliveries / seconds,
        ackMicros,
        deliveryMicros,
        sent,
        acked,
        refused,
        expected - delivered,
        skipped,
        repeated,
        closed);
  }
}
