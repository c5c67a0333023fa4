package org.andon.bench.scenario;

import java.time.Duration;
import org.andon.bench.load.Load;
import org.andon.bench.load.LoadFailure;
import org.andon.bench.load.Outcome;
import org.andon.bench.load.Pace;
import org.andon.bench.load.Place;

/** The most deliveries a second into one room of 500, none of a hundred later than 250 ms. */
public final class Fanout implements Scenario {
  private static final int MEMBERS = 500;
  private static final int SENDERS = 5;
  private static final double FIRST_RATE = 40;
  private static final double HIGHEST_RATE = 20_000;
  private static final double STEP = 1.5;
  private static final double STEP_BACK = 0.92;
  private static final int BISECTIONS = 3;
  private static final int CONFIRMATIONS = 4;
  private static final double LATEST_MILLIS = 250;
  private static final double LEAST_ACKNOWLEDGED = 0.96;
  private static final double FLOOR = 200_000;
  private static final Duration PROBE = Duration.ofSeconds(5);

  @Override
  public String name() {
    return "fanout";
  }

  @Override
  public String unit() {
    return "deliveries/s";
  }

  @Override
  public String floor() {
    return "≥ %,.0f".formatted(FLOOR);
  }

  @Override
  public boolean reaches(Result result) {
    return result.value() >= FLOOR;
  }

  @Override
  public Result measure(Place place, Lab lab) throws Exception {
    try (Load load = Load.join(place.open(1, MEMBERS, SENDERS))) {
      double rate = highestRate(load, lab);
      for (int i = 0; i < CONFIRMATIONS; i++) {
        Lab.Observed observed = lab.observe(load, new Pace.Rate(rate), Lab.WARM, lab.run());
        if (holds(observed.outcome(), rate) || i == CONFIRMATIONS - 1) {
          return Result.of(
              observed.outcome().deliveriesPerSecond(),
              observed.outcome(),
              observed.noise(),
              observed.client());
        }
        rate *= STEP_BACK;
      }
      throw new LoadFailure("no rate holds");
    }
  }

  private static double highestRate(Load load, Lab lab) {
    double good = 0;
    double bad = HIGHEST_RATE;
    for (double rate = FIRST_RATE; rate < HIGHEST_RATE; rate *= STEP) {
      if (!holds(load, lab, rate)) {
        bad = rate;
        break;
      }
      good = rate;
    }
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (good + bad) / 2;
      if (holds(load, lab, middle)) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    return Math.max(good, 1);
  }

  private static boolean holds(Load load, Lab lab, double rate) {
    return holds(
        lab.observe(load, new Pace.Rate(rate), Duration.ofSeconds(1), PROBE).outcome(), rate);
  }

  private static boolean holds(Outcome outcome, double rate) {
    return outcome.isSound()
        && Result.millis(outcome.deliveryMicros(), 99) <= LATEST_MILLIS
        && outcome.acksPerSecond() >= LEAST_ACKNOWLEDGED * rate;
  }
}
