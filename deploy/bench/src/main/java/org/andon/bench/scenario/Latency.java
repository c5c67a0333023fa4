package org.andon.bench.scenario;

import org.andon.bench.load.Load;
import org.andon.bench.load.Pace;
import org.andon.bench.load.Place;

/** From sending to delivery, on an afternoon of 1,000 deliveries a second. */
public final class Latency implements Scenario {
  private static final int ROOMS = 10;
  private static final int MEMBERS = 10;
  private static final double MESSAGES_PER_SECOND = 100;
  private static final double FLOOR_P50 = 5;
  private static final double FLOOR_P99 = 25;

  @Override
  public String name() {
    return "latency";
  }

  @Override
  public String unit() {
    return "ms, p50 of delivery";
  }

  @Override
  public String floor() {
    return "p50 / p99 ≤ %.0f / %.0f ms, Kafka included".formatted(FLOOR_P50, FLOOR_P99);
  }

  @Override
  public boolean reaches(Result result) {
    return result.value() <= FLOOR_P50 && Result.millis(result.deliveryMicros(), 99) <= FLOOR_P99;
  }

  @Override
  public Result measure(Place place, Lab lab) throws Exception {
    try (Load load = Load.join(place.open(ROOMS, MEMBERS, 1))) {
      Lab.Observed observed =
          lab.observe(load, new Pace.Rate(MESSAGES_PER_SECOND), Lab.WARM, lab.run());
      return Result.of(
          Result.millis(observed.outcome().deliveryMicros(), 50),
          observed.outcome(),
          observed.noise(),
          observed.client());
    }
  }
}
