package org.andon.e2e.upgrade;

import java.time.Duration;
import java.util.List;
import org.andon.e2e.traffic.Observation;
import org.andon.e2e.traffic.Table;

/**
 * What one step cost.
 *
 * @param recovery from the end of the step to the last trouble's end
 */
record StepResult(Step step, List<Observation> troubles, Duration recovery) {
  static final String HEAD =
      """
      | step | what people saw | all well after |
      |---|---|---|
      """;

  /** A row of the table, in Markdown. */
  String row() {
    List<String> seen = Table.seen(troubles);
    return "%s | %s | %s |"
        .formatted(
            described(step),
            seen.isEmpty() ? "nothing" : String.join("; ", seen),
            Table.seconds(recovery));
  }

  /** The row's beginning, as the document has it. */
  static String described(Step step) {
    return "| `%s` %s".formatted(step.name(), step.title());
  }
}
