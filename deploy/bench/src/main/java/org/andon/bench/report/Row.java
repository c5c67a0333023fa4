package org.andon.bench.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.andon.bench.scenario.Lab;
import org.andon.bench.scenario.Result;
import org.andon.bench.scenario.Scenario;

/** One scenario at one place: the median of its runs. */
public record Row(Scenario scenario, String place, List<Result> runs) {

  public Row {
    runs = runs.stream().sorted(Comparator.comparingDouble(Result::value)).toList();
  }

  public Result median() {
    return runs.get((runs.size() - 1) / 2);
  }

  public boolean isSound() {
    return runs.stream().allMatch(Result::isSound);
  }

  String figure() {
    String median = number(median().value());
    String range =
        runs.size() == 1
            ? ""
            : " (" + number(runs.getFirst().value()) + "–" + number(runs.getLast().value()) + ")";
    return median + " " + scenario.unit() + range;
  }

  /** Three digits that say something; more would pretend. */
  private static String number(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
  }

  String reached() {
    return scenario.reaches(median()) ? "yes" : "**no**";
  }

  String acks() {
    return times(median().ackMicros());
  }

  String deliveries() {
    return times(median().deliveryMicros());
  }

  private static String times(Histogram micros) {
    return micros.getTotalCount() == 0
        ? ""
        : String.format(
            Locale.ROOT, "%.1f / %.1f", Result.millis(micros, 50), Result.millis(micros, 99));
  }

  String ratioTo(double limit) {
    return limit > 0 ? String.format(Locale.ROOT, "%.2f", median().value() / limit) : "";
  }

  String noise() {
    double noise = median().noise();
    return String.format(Locale.ROOT, "%.2f", noise) + (noise > Lab.NOISY ? " *" : "");
  }

  String client() {
    return String.format(Locale.ROOT, "%.2f", median().client());
  }

  String faults() {
    return runs.stream()
        .map(Result::faults)
        .filter(faults -> !faults.isEmpty())
        .findFirst()
        .map(faults -> "**" + faults + "**")
        .orElse("none");
  }
}
