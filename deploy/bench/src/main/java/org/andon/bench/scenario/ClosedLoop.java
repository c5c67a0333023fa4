package org.andon.bench.scenario;

import org.andon.bench.load.Load;
import org.andon.bench.load.Outcome;
import org.andon.bench.load.Pace;
import org.andon.bench.load.Place;

/** Durable messages a second when every sender waits for acknowledgements. */
public record ClosedLoop(
    String name, int rooms, int members, int senders, int window, double floorRate, double ackLimit)
    implements Scenario {
  private static final double NO_LIMIT = Double.MAX_VALUE;

  /** Many rooms at once. */
  public static final ClosedLoop ROOMS = new ClosedLoop("rooms", 100, 10, 1, 1, 3200, 60);

  /** One room in which everybody talks. */
  public static final ClosedLoop HOT_ROOM = new ClosedLoop("hotroom", 1, 20, 10, 8, 5000, NO_LIMIT);

  /** The same on a disk that takes 2 ms a flush. */
  public static final ClosedLoop SLOW_DISK =
      new ClosedLoop("slowdisk", 1, 20, 10, 8, 2500, NO_LIMIT);

  @Override
  public String unit() {
    return "messages/s";
  }

  @Override
  public String floor() {
    String rate = "≥ %,.0f".formatted(floorRate);
    return ackLimit == NO_LIMIT ? rate : rate + ", p99 of the ack ≤ %.0f ms".formatted(ackLimit);
  }

  @Override
  public boolean reaches(Result result) {
    return result.value() >= floorRate && Result.millis(result.ackMicros(), 99) <= ackLimit;
  }

  @Override
  public Result measure(Place place, Lab lab) throws Exception {
    try (Load load = Load.join(place.open(rooms, members, senders))) {
      Lab.Observed observed = lab.observe(load, new Pace.Window(window), Lab.WARM, lab.run());
      Outcome outcome = observed.outcome();
      return Result.of(outcome.acksPerSecond(), outcome, observed.noise(), observed.client());
    }
  }
}
