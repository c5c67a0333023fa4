package org.andon.bench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Who used the processors since this was made: this program and what it started, or others. */
public final class Processors {
  private static final double TICKS_PER_SECOND = 100;

  private final List<ProcessHandle> roots;
  private final long begin = System.nanoTime();
  private final double busyBefore = machineBusySeconds();
  private final double oursBefore;
  private final double clientBefore;

  /**
   * @param detached processes of ours that are no longer this one's descendants
   */
  public Processors(List<ProcessHandle> detached) {
    roots = Stream.concat(Stream.of(ProcessHandle.current()), detached.stream()).toList();
    oursBefore = oursSeconds();
    clientBefore = seconds(ProcessHandle.current());
  }

  /** Cores that other programs took on average. */
  public double noise() {
    double others = machineBusySeconds() - busyBefore - (oursSeconds() - oursBefore);
    return Math.max(0, others / elapsed());
  }

  /** The client's share of one core; near 1 it is the client that was measured. */
  public double client() {
    return (seconds(ProcessHandle.current()) - clientBefore) / elapsed();
  }

  private double elapsed() {
    return (System.nanoTime() - begin) / 1e9;
  }

  private double oursSeconds() {
    return roots.stream()
        .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
        .mapToDouble(Processors::seconds)
        .sum();
  }

  /** Processor time that a process itself has used since it started. */
  public static double seconds(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
  }

  /** User, nice, system, interrupts: the first, second, third, sixth and seventh column. */
  private static double machineBusySeconds() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
      String[] columns = lines.findFirst().orElseThrow().split(" +");
      return LongStream.of(1, 2, 3, 6, 7).map(i -> Long.parseLong(columns[(int) i])).sum()
          / TICKS_PER_SECOND;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Resident memory of one process in KiB. */
  public static long residentKiB(ProcessHandle process) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
