package org.andon.e2e.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.andon.e2e.traffic.Documented;
import org.andon.e2e.traffic.Observations;
import org.andon.e2e.traffic.Promises;
import org.andon.e2e.traffic.Traffic;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code ./andon upgrade-check}: from an older commit to this one, and back, while people work. */
@Tag("upgrade")
class UpgradeIT {
  private static final Path TABLE = Path.of("../../target/upgrade.md");
  private static final Duration CALM = Duration.ofSeconds(5);

  private final Observations observations = new Observations();
  private final List<StepResult> results = new ArrayList<>();

  @Test
  void two_versions_work_side_by_side_and_nothing_acknowledged_is_lost() throws Exception {
    Path old = Path.of(System.getProperty("upgrade.from"));
    try (UpgradingStack stack = UpgradingStack.start(old);
        Traffic traffic = Traffic.start(stack, observations)) {
      observations.awaitCalm(CALM);

      for (Step step : Step.ALL) {
        take(step, new Scene(stack, traffic, observations));
      }

      traffic.finishWriting();
      new Promises(stack.kafka()).check(traffic);
      assertThat(results)
          .flatExtracting(StepResult::troubles)
          .as("documented answers")
          .allMatch(Documented::allows);
    } finally {
      writeTable();
    }
  }

  private void take(Step step, Scene scene) throws Exception {
    long began = System.nanoTime();
    step.action().take(scene);
    long ended = System.nanoTime();
    observations.awaitCalm(CALM);
    StepResult result =
        new StepResult(
            step, observations.troublesAfter(began), observations.lastTroubleAfter(ended));
    results.add(result);
    System.out.println(result.row());
  }

  private void writeTable() throws IOException {
    Files.createDirectories(TABLE.getParent());
    Files.writeString(
        TABLE,
        results.stream()
            .map(StepResult::row)
            .collect(Collectors.joining("\n", StepResult.HEAD, "\n")));
  }
}
