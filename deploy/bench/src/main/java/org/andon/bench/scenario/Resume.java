package org.andon.bench.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.andon.bench.load.Load;
import org.andon.bench.load.Outcome;
import org.andon.bench.load.Pace;
import org.andon.bench.load.Place;
import org.andon.bench.load.Room;
import org.andon.bench.machine.Processors;

/** A member comes back after 500 messages: from dialling until it has them all. */
public final class Resume implements Scenario {
  private static final int MEMBERS = 3;
  private static final int ABSENT = 2;
  private static final int MISSED = 500;
  private static final int TRIES = 15;
  private static final int WARM_TRIES = 5;
  private static final double FLOOR = 15;

  @Override
  public String name() {
    return "resume";
  }

  @Override
  public String unit() {
    return "ms until 500 missed messages are there";
  }

  @Override
  public String floor() {
    return "≤ %.0f ms".formatted(FLOOR);
  }

  @Override
  public boolean reaches(Result result) {
    return result.value() <= FLOOR;
  }

  @Override
  public Result measure(Place place, Lab lab) throws Exception {
    Room room = place.open(1, MEMBERS, 1).getFirst();
    Processors processors = new Processors(lab.detached());
    List<Double> millis = new ArrayList<>();
    try (Load load = Load.join(List.of(room))) {
      // Until it has seen one message, a member does not know where it is.
      Outcome outcome = load.run(new Pace.Count(1), Duration.ZERO, Duration.ZERO);
      long seen = load.lastNumber(room, ABSENT);
      load.leave(room, ABSENT);
      for (int i = 0; i < TRIES && outcome.isSound(); i++) {
        outcome = load.run(new Pace.Count(MISSED), Duration.ZERO, Duration.ZERO);
        millis.add(load.resume(room, ABSENT, seen, MISSED).toNanos() / 1e6);
        seen += MISSED;
      }
      List<Double> sorted = millis.stream().skip(WARM_TRIES).sorted().toList();
      return new Result(
          sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2),
          new Histogram(1),
          new Histogram(1),
          processors.noise(),
          processors.client(),
          outcome.isSound() ? "" : outcome.faults());
    }
  }
}
