package org.andon.e2e.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.andon.e2e.traffic.Observation;
import org.andon.e2e.traffic.Table;

/**
 * What one fault cost.
 *
 * @param recovery from the end of the fault to the last trouble's end
 * @param removedMember how long somebody who was removed from the room meanwhile stayed in it
 * @param endedSession how long somebody whose session was ended meanwhile stayed in
 */
record Result(
    Fault fault,
    List<Observation> troubles,
    Duration recovery,
    List<String> remarks,
    Duration removedMember,
    Duration endedSession) {

  static final String HEAD =
      """
      | fault | what people saw | all well again after | removed member out after | ended session out after |
      |---|---|---|---|---|
      """;

  /** A row of the table, in Markdown. */
  String row() {
    List<String> seen = new ArrayList<>(Table.seen(troubles));
    seen.addAll(remarks);
    return "%s | %s | %s | %s | %s |"
        .formatted(
            described(fault),
            seen.isEmpty() ? "nothing" : String.join("; ", seen),
            Table.seconds(recovery),
            Table.seconds(removedMember),
            Table.seconds(endedSession));
  }

  /** The row's beginning, as the document has it. */
  static String described(Fault fault) {
    return "| `%s` %s%s"
        .formatted(
            fault.name(),
            fault.title(),
            fault.lasts().isZero() ? "" : ", for " + fault.lasts().toSeconds() + " s");
  }
}
