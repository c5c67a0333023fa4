package org.andon.bench.load;

import org.HdrHistogram.Histogram;

/**
 * What came of a phase. Rates are of the measured window, counts of the whole phase, times in
 * microseconds.
 *
 * @param lost deliveries that never came
 * @param skipped deliveries before which one of the same sender, or a number of the room, was
 *     missing
 * @param repeated deliveries that had come before, or after a later one
 */
public record Outcome(
    double acksPerSecond,
    double deliveriesPerSecond,
    Histogram ackMicros,
    Histogram deliveryMicros,
    long sent,
    long acked,
    long refused,
    long lost,
    long skipped,
    long repeated,
    long closed) {

  /** Nothing lost, doubled or out of order, nobody refused, nobody disconnected. */
  public boolean isSound() {
    return refused == 0
        && acked == sent
        && lost == 0
        && skipped == 0
        && repeated == 0
        && closed == 0;
  }

  public String faults() {
    return "lost %d, out of order %d, doubled %d, refused %d, unacknowledged %d, closed %d"
        .formatted(lost, skipped, repeated, refused, sent - acked - refused, closed);
  }
}
