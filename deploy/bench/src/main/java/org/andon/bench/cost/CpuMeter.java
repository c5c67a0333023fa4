package org.andon.bench.cost;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.andon.bench.machine.Processors;

/** Processor time of named processes since this was made. */
final class CpuMeter {
  private final Map<String, Supplier<Stream<ProcessHandle>>> processes;
  private final Map<String, Double> before;
  private final long begin = System.nanoTime();

  CpuMeter(Map<String, Supplier<Stream<ProcessHandle>>> processes) {
    this.processes = processes;
    this.before = seconds();
  }

  /** Of each process, in seconds, without what it would have used while nobody did anything. */
  Map<String, Double> secondsAbove(Map<String, Double> idleCores) {
    double elapsed = (System.nanoTime() - begin) / 1e9;
    Map<String, Double> used = seconds();
    used.replaceAll(
        (name, now) -> Math.max(0, now - before.get(name) - idleCores.get(name) * elapsed));
    return used;
  }

  /** Cores that each process used on average. */
  Map<String, Double> cores() {
    double elapsed = (System.nanoTime() - begin) / 1e9;
    Map<String, Double> cores = seconds();
    cores.replaceAll((name, now) -> (now - before.get(name)) / elapsed);
    return cores;
  }

  private Map<String, Double> seconds() {
    Map<String, Double> seconds = new LinkedHashMap<>();
    processes.forEach(
        (name, running) -> seconds.put(name, running.get().mapToDouble(Processors::seconds).sum()));
    return seconds;
  }
}
