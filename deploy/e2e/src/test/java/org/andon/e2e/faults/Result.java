package org.andon.e2e.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
    List<String> seen = new ArrayList<>();
    byActivity().forEach((activity, its) -> seen.add(activity.words() + ": " + told(its)));
    seen.addAll(remarks);
    return "%s | %s | %s | %s | %s |"
        .formatted(
            described(fault),
            seen.isEmpty() ? "nothing" : String.join("; ", seen),
            seconds(recovery),
            seconds(removedMember),
            seconds(endedSession));
  }

  /** The row's beginning, as the document has it. */
  static String described(Fault fault) {
    return "| `%s` %s%s"
        .formatted(
            fault.name(),
            fault.title(),
            fault.lasts().isZero() ? "" : ", for " + fault.lasts().toSeconds() + " s");
  }

  private Map<Activity, List<Observation>> byActivity() {
    return troubles.stream()
        .filter(it -> it.activity().isSeenByPeople())
        .collect(
            Collectors.groupingBy(
                Observation::activity, () -> new EnumMap<>(Activity.class), Collectors.toList()));
  }

  private static String told(List<Observation> its) {
    TreeSet<String> what =
        its.stream()
            .map(it -> '`' + it.trouble() + '`')
            .collect(Collectors.toCollection(TreeSet::new));
    long begin = its.stream().mapToLong(Observation::began).min().orElseThrow();
    long end = its.stream().mapToLong(Observation::ended).max().orElseThrow();
    long longest = its.stream().mapToLong(it -> it.ended() - it.began()).max().orElseThrow();
    return "%s for %s, one for %s"
        .formatted(
            String.join(", ", what),
            seconds(Duration.ofNanos(end - begin)),
            seconds(Duration.ofNanos(longest)));
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
