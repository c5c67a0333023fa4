package org.andon.bench.cost;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.andon.bench.load.Load;
import org.andon.bench.load.LoadFailure;
import org.andon.bench.load.Outcome;
import org.andon.bench.load.Pace;
import org.andon.bench.load.Place;
import org.andon.bench.machine.Processors;
import org.andon.bench.scenario.AndonPlace;
import org.andon.bench.scenario.Lab;
import org.andon.bench.stack.BenchStack;
import org.andon.bench.stack.People;

/**
 * Processor time at a steady, moderate load, where nothing waits for anything: what {@code
 * docs/scaling.md} reckons with. All people are on the first of two messaging pods, so the second
 * shows what a message costs a pod that has nobody to tell.
 */
public final class Costs {
  private static final int MESSAGES_PER_SECOND = 1_000;
  private static final int ROOMS = 100;
  private static final int MEMBERS = 2;
  private static final int AUDIENCE = 500;
  private static final int LONE_PER_SECOND = 100;
  private static final int QUIET_ROOMS = 100;
  private static final int QUIET_MEMBERS = 20;
  private static final Duration WARM = Duration.ofSeconds(10);

  private final BenchStack stack;
  private final People people;
  private final Duration run;
  private final PrintStream out;

  public Costs(BenchStack stack, People people, Duration run, PrintStream out) {
    this.stack = stack;
    this.people = people;
    this.run = run;
    this.out = out;
  }

  public void measure() throws Exception {
    Place pod = AndonPlace.pod(stack, people);
    Map<String, Double> perMessage;
    Map<String, Double> perLoneMessage;
    Map<String, Double> perDelivery;
    try (Load load = Load.join(pod.open(ROOMS, MEMBERS, 1))) {
      perMessage = each(load, MESSAGES_PER_SECOND, idle());
      // So few are seldom committed together.
      perLoneMessage = each(load, LONE_PER_SECOND, idle());
    }
    try (Load load = Load.join(pod.open(1, AUDIENCE, 1))) {
      perDelivery = each(load, LONE_PER_SECOND, idle());
      // What the message itself costs is not the deliveries'.
      perDelivery.replaceAll(
          (process, cost) -> Math.max(0, cost - perLoneMessage.get(process)) / AUDIENCE);
    }
    Map<String, Double> before = idle();
    Map<String, Double> quiet;
    try (Load load = Load.join(pod.open(QUIET_ROOMS, QUIET_MEMBERS, 0))) {
      var unused = load.run(new Pace.Window(0), Duration.ZERO, WARM);
      quiet = idle();
    }
    quiet.replaceAll(
        (process, cores) ->
            Math.max(0, cores - before.get(process)) / (QUIET_ROOMS * QUIET_MEMBERS));
    print(perMessage, perLoneMessage, perDelivery, quiet);
  }

  /** Seconds of processor time for each message. */
  private Map<String, Double> each(Load load, double perSecond, Map<String, Double> idle) {
    var unused = load.run(new Pace.Rate(perSecond), Duration.ZERO, WARM);
    Processors processors = new Processors(List.of(stack.database().server()));
    CpuMeter meter = new CpuMeter(processes());
    Outcome outcome = load.run(new Pace.Rate(perSecond), Duration.ZERO, run);
    Map<String, Double> used = meter.secondsAbove(idle);
    if (!outcome.isSound()) {
      throw new LoadFailure(outcome.faults());
    }
    if (processors.noise() > Lab.NOISY) {
      out.printf("noise: others used %.2f cores%n", processors.noise());
    }
    used.replaceAll((process, seconds) -> seconds / outcome.acked());
    return used;
  }

  /** Cores in use while nobody does anything. */
  private Map<String, Double> idle() throws InterruptedException {
    CpuMeter meter = new CpuMeter(processes());
    Thread.sleep(run);
    return meter.cores();
  }

  private Map<String, Supplier<Stream<ProcessHandle>>> processes() {
    Map<String, Supplier<Stream<ProcessHandle>>> processes = new LinkedHashMap<>();
    processes.put(
        "messaging pod with the people",
        () -> Stream.of(stack.messagingPods().getFirst().process()));
    processes.put(
        "messaging pod without", () -> Stream.of(stack.messagingPods().getLast().process()));
    processes.put("PostgreSQL", () -> stack.database().server().descendants());
    processes.put("Kafka (with the launcher around it)", () -> Stream.of(stack.launcher()));
    return processes;
  }

  private void print(
      Map<String, Double> perMessage,
      Map<String, Double> perLoneMessage,
      Map<String, Double> perDelivery,
      Map<String, Double> quiet) {
    out.println();
    out.printf(
        "| processor time | a message, at %,d/s | at %d/s | a delivery | 1,000 quiet connections"
            + " |%n",
        MESSAGES_PER_SECOND, LONE_PER_SECOND);
    out.println("|---|---|---|---|---|");
    for (String process : perMessage.keySet()) {
      out.printf(
          "| %s | %.0f µs | %.0f µs | %.1f µs | %.2f %% of a core |%n",
          process,
          perMessage.get(process) * 1e6,
          perLoneMessage.get(process) * 1e6,
          perDelivery.get(process) * 1e6,
          quiet.get(process) * 1_000 * 100);
    }
  }
}
