package org.andon.bench.scenario;

import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.andon.bench.load.Load;
import org.andon.bench.load.Outcome;
import org.andon.bench.load.Pace;
import org.andon.bench.load.Place;
import org.andon.bench.machine.Processors;

/** What 2,000 quiet members of 100 rooms cost a pod's memory; for a pod that is fresh. */
public final class Idle implements Scenario {
  private static final int ROOMS = 100;
  private static final int MEMBERS = 20;
  private static final Duration QUIET = Duration.ofSeconds(15);
  private static final double FLOOR = 20;

  private final ProcessHandle server;

  public Idle(ProcessHandle server) {
    this.server = server;
  }

  @Override
  public String name() {
    return "idle";
  }

  @Override
  public String unit() {
    return "KiB a member";
  }

  @Override
  public String floor() {
    return "≤ %.0f KiB".formatted(FLOOR);
  }

  @Override
  public boolean reaches(Result result) {
    return result.value() <= FLOOR;
  }

  @Override
  public Result measure(Place place, Lab lab) throws Exception {
    var rooms = place.open(ROOMS, MEMBERS, 0);
    Processors processors = new Processors(lab.detached());
    long before = Processors.residentKiB(server);
    try (Load load = Load.join(rooms)) {
      Outcome outcome = load.run(new Pace.Window(0), Duration.ZERO, QUIET);
      long after = Processors.residentKiB(server);
      return new Result(
          (after - before) / (double) (ROOMS * MEMBERS),
          new Histogram(1),
          new Histogram(1),
          processors.noise(),
          processors.client(),
          outcome.isSound() ? "" : outcome.faults());
    }
  }
}
