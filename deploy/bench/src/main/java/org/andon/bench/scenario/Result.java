package org.andon.bench.scenario;

import org.HdrHistogram.Histogram;
import org.andon.bench.load.Outcome;

/**
 * One measurement.
 *
 * @param value in the scenario's unit
 * @param ackMicros empty if nothing was acknowledged
 * @param noise cores that other programs took meanwhile
 * @param client share of a core that the client took
 * @param faults empty if nothing was lost, doubled or out of order
 */
public record Result(
    double value,
    Histogram ackMicros,
    Histogram deliveryMicros,
    double noise,
    double client,
    String faults) {

  static Result of(double value, Outcome outcome, double noise, double client) {
    return new Result(
        value,
        outcome.ackMicros(),
        outcome.deliveryMicros(),
        noise,
        client,
        outcome.isSound() ? "" : outcome.faults());
  }

  public boolean isSound() {
    return faults.isEmpty();
  }

  /** Milliseconds within which this percentage was. */
  public static double millis(Histogram micros, double percentile) {
    return micros.getValueAtPercentile(percentile) / 1000.0;
  }
}
