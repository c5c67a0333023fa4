package org.andon.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.andon.bench.report.Report;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./andon bench}. Fails if anything was lost, doubled or out of order. */
@Command(
    name = "andon bench",
    mixinStandardHelpOptions = true,
    subcommands = Training.class,
    description = "Measures the packaged suite and the machine it runs on.")
public final class Bench implements Callable<Integer> {
  @Option(
      names = "--scenario",
      split = ",",
      description =
          "of ${COMPLETION-CANDIDATES}; all but store, rooms-list, files, cost and report without"
              + " it")
  private List<Measure> scenarios =
      List.of(
          Measure.idle,
          Measure.rooms,
          Measure.hotroom,
          Measure.fanout,
          Measure.resume,
          Measure.latency,
          Measure.slowdisk);

  @Option(
      names = "--duration",
      defaultValue = "10",
      description = "seconds of each measured window (default 10)")
  private int seconds;

  @Option(names = "--runs", defaultValue = "1", description = "of which the median counts")
  private int runs;

  @Option(names = "--home", defaultValue = ".", hidden = true)
  private Path home;

  private Bench() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Bench()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    Report report = new Report();
    new Session(home.toRealPath(), scenarios, Duration.ofSeconds(seconds), runs, report).measure();
    System.out.printf("%n%s%n", report.markdown());
    if (!report.isSound()) {
      System.err.println("andon: messages were lost, doubled or out of order; see the table");
      return 1;
    }
    return 0;
  }
}
