package org.andon.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.andon.e2e.traffic.Documented;
import org.andon.e2e.traffic.Observation;
import org.andon.e2e.traffic.Observations;
import org.andon.e2e.traffic.Pace;
import org.andon.e2e.traffic.Promises;
import org.andon.e2e.traffic.Traffic;

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
      try {
        fault.prepare(scene);
        observations.awaitCalm(CALM);
        return run(fault, scene, observations);
      } finally {
        fault.cleanUp(scene);
      }
    }
  }

  private Result run(Fault fault, Scene scene, Observations observations) throws Exception {
    Traffic traffic = scene.traffic();

    long struck = System.nanoTime();
    fault.strike(scene);
    Pace.pause(HARDLY_BEGUN);
    traffic.expel();
    Pace.pause(fault.lasts());
    fault.mend(scene);
    long mended = fault.lasts().isZero() ? struck : System.nanoTime();
    observations.awaitCalm(CALM);
    traffic.finishWriting();

    List<Observation> troubles = observations.troublesAfter(struck);
    Result result =
        new Result(
            fault,
            troubles,
            observations.lastTroubleAfter(mended),
            scene.remarks(),
            traffic.removedMemberOutAfter(),
            traffic.endedSessionOutAfter());
    System.out.println(result.row());
    new Promises(stack.servers().kafka()).check(traffic);
    assertThat(troubles).as("documented answers").allMatch(Documented::allows);
    assertThat(troubles).as("what it touches").allMatch(it -> fault.mayTouch(it.activity()));
    return result;
  }
}
