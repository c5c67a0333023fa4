package org.andon.e2e.traffic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What people saw, in the words of the documents' tables. */
public final class Table {
  private Table() {}

  /** For each thing that people do, which answers they had, and for how long. */
  public static List<String> seen(List<Observation> troubles) {
    List<String> seen = new ArrayList<>();
    byActivity(troubles).forEach((activity, its) -> seen.add(activity.words() + ": " + told(its)));
    return seen;
  }

  private static Map<Activity, List<Observation>> byActivity(List<Observation> troubles) {
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

  public static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
