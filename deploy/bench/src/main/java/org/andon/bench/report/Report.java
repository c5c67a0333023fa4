package org.andon.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All rows, and the machine's own limits, which Andon's figures are divided by. */
public final class Report {
  private static final List<String> COLUMNS =
      List.of(
          "scenario",
          "where",
          "figure",
          "floor",
          "reached",
          "ack p50 / p99 ms",
          "delivery p50 / p99 ms",
          "÷ bare Vert.x",
          "÷ commits/s",
          "noise",
          "client",
          "lost, doubled, out of order");

  private final List<Row> limits = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private double commitsPerSecond;

  /** What the bare server reached. */
  public void limit(Row row) {
    limits.add(row);
  }

  public void add(Row row) {
    rows.add(row);
  }

  public void commitsPerSecond(double measured) {
    commitsPerSecond = measured;
  }

  /** Nothing lost, doubled or out of order anywhere. */
  public boolean isSound() {
    return rows.stream().allMatch(Row::isSound);
  }

  /** Empty when none of the scenarios that ran has rows. */
  public String markdown() {
    if (rows.isEmpty() && limits.isEmpty()) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    lines.add(line(COLUMNS));
    lines.add(line(COLUMNS.stream().map(column -> "---").toList()));
    rows.forEach(row -> lines.add(line(row)));
    limits.forEach(row -> lines.add(line(row)));
    lines.add("");
    if (commitsPerSecond > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "PostgreSQL, a message a commit on 10 connections: %,.0f commits/s.",
              commitsPerSecond));
    }
    lines.add(
        "`*`: other programs took more than a quarter of a core; `client`: its share of one.");
    return String.join("\n", lines);
  }

  private String line(Row row) {
    boolean isLimit = limits.contains(row);
    double bare = isLimit ? 0 : bareRate(row);
    return line(
        List.of(
            row.scenario().name(),
            row.place(),
            row.figure(),
            isLimit ? "" : row.scenario().floor(),
            isLimit ? "" : row.reached(),
            row.acks(),
            row.deliveries(),
            row.ratioTo(bare),
            row.ratioTo(isMessages(row) && !isLimit ? commitsPerSecond : 0),
            row.noise(),
            row.client(),
            row.faults()));
  }

  private double bareRate(Row row) {
    return limits.stream()
        .filter(limit -> limit.scenario().name().equals(row.scenario().name()))
        .mapToDouble(limit -> limit.median().value())
        .findFirst()
        .orElse(0);
  }

  private static boolean isMessages(Row row) {
    return row.scenario().unit().equals("messages/s");
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
