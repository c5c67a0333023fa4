package org.andon.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

/** One fault under traffic, from calm to calm. */
final class Experiment {
  private static final Duration CALM = Duration.ofSeconds(5);

  /** After which people in this scene are put out. */
  private static final Duration HARDLY_BEGUN = Duration.ofSeconds(1);

  private final FaultyStack stack;

  Experiment(FaultyStack stack) {
    this.stack = stack;
  }

  Result run(Fault fault) throws Exception {
    Observations observations = new Observations();
    try (Traffic traffic = Traffic.start(stack, observations)) {
      observations.awaitCalm(CALM);
      Scene scene = new Scene(stack, traffic);

      long struck = System.nanoTime();
      fault.strike().on(scene);
      Pace.pause(HARDLY_BEGUN);
      traffic.expel();
      Pace.pause(fault.lasts());
      fault.mend().on(scene);
      long mended = fault.lasts().isZero() ? struck : System.nanoTime();
      observations.awaitCalm(CALM);
      traffic.finishWriting();

      Duration recovery = observations.lastTroubleAfter(mended);
      List<Observation> troubles = observations.troublesAfter(struck);
      Result result = new Result(fault, troubles, recovery, scene.remarks(), expulsions(traffic));
      System.out.println(result.row());
      new Promises(stack.servers().kafka()).check(traffic);
      assertThat(troubles).as("documented answers").allMatch(Documented::allows);
      assertThat(troubles)
          .as("what it touches")
          .allMatch(it -> fault.touches().contains(it.activity()));
      return result;
    }
  }

  private static Duration expulsions(Traffic traffic) {
    Duration removed = traffic.removedMember().putOutAfter();
    Duration ended = traffic.endedSession().putOutAfter();
    return removed.compareTo(ended) > 0 ? removed : ended;
  }
}
