package org.andon.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.andon.bench.cost.Costs;
import org.andon.bench.files.FileScenario;
import org.andon.bench.load.Load;
import org.andon.bench.load.Pace;
import org.andon.bench.load.Place;
import org.andon.bench.machine.BareServer;
import org.andon.bench.machine.CommitRate;
import org.andon.bench.report.Report;
import org.andon.bench.report.Row;
import org.andon.bench.scenario.AndonPlace;
import org.andon.bench.scenario.ClosedLoop;
import org.andon.bench.scenario.Fanout;
import org.andon.bench.scenario.Idle;
import org.andon.bench.scenario.Lab;
import org.andon.bench.scenario.Latency;
import org.andon.bench.scenario.Result;
import org.andon.bench.scenario.Resume;
import org.andon.bench.scenario.Scenario;
import org.andon.bench.stack.BenchStack;
import org.andon.bench.stack.People;
import org.andon.bench.stack.SlowDisk;
import org.andon.bench.store.IncidentReports;
import org.andon.bench.store.RoomsList;
import org.andon.bench.store.Store;

/** One run of the bench: its stacks one after the other, and what is measured on each. */
final class Session {
  /** A JVM's first seconds are its compiler's. */
  private static final Duration WARM_UP = Duration.ofSeconds(15);

  private static final Set<Measure> OWN_STACK = EnumSet.of(Measure.slowdisk, Measure.cost);

  private final Path home;
  private final List<Measure> wanted;
  private final Duration run;
  private final int runs;
  private final Report report;

  Session(Path home, List<Measure> wanted, Duration run, int runs, Report report) {
    this.home = home;
    this.wanted = wanted;
    this.run = run;
    this.runs = runs;
    this.report = report;
  }

  void measure() throws Exception {
    if (wanted.stream().anyMatch(measure -> !OWN_STACK.contains(measure))) {
      onePod();
    }
    if (!shared().isEmpty() || wanted.contains(Measure.cost)) {
      twoPods();
    }
    if (wanted.contains(Measure.slowdisk)) {
      slowDisk();
    }
  }

  private void onePod() throws Exception {
    try (BenchStack stack = start(1, Map.of())) {
      Lab lab = lab(stack);
      People people = new People(stack);
      Place pod = AndonPlace.pod(stack, people);
      if (wanted.contains(Measure.idle)) {
        // First, while the pod is fresh: what other scenarios leave behind would hide its cost.
        Scenario idle = new Idle(stack.messagingPods().getFirst().process());
        report.add(new Row(idle, pod.name(), List.of(measured(idle, pod, lab))));
      }
      if (!shared().isEmpty()) {
        report.commitsPerSecond(CommitRate.measure(stack.database(), run));
        warmUp(pod);
        for (Scenario scenario : shared()) {
          limit(scenario, lab);
          report.add(row(scenario, pod, lab));
          report.add(row(scenario, AndonPlace.gateway(stack, people), lab));
        }
      }
      if (wanted.contains(Measure.files)
          && !new FileScenario(stack, people, System.out).measure()) {
        throw new IllegalStateException("file-service took too much memory");
      }
      if (wanted.contains(Measure.store)) {
        new Store(stack, people, System.out).measure();
      }
      if (wanted.contains(Measure.roomsList)) {
        new RoomsList(stack, people, System.out).measure();
      }
      if (wanted.contains(Measure.report)) {
        new IncidentReports(stack, people, System.out).measure();
      }
    }
  }

  private void twoPods() throws Exception {
    try (BenchStack stack = start(2, Map.of())) {
      People people = new People(stack);
      Place place = AndonPlace.twoPods(stack, people);
      warmUp(place);
      if (wanted.contains(Measure.cost)) {
        new Costs(stack, people, run, System.out).measure();
      }
      for (Scenario scenario : shared()) {
        report.add(row(scenario, place, lab(stack)));
      }
    }
  }

  private void slowDisk() throws Exception {
    try (SlowDisk disk = SlowDisk.build();
        BenchStack stack = start(1, disk.environment())) {
      Place pod = AndonPlace.pod(stack, new People(stack));
      warmUp(pod);
      report.add(row(ClosedLoop.SLOW_DISK, pod, lab(stack)));
    }
  }

  /** The scenarios that make sense at every place. */
  private List<Scenario> shared() {
    return wanted.stream().map(Session::shared).flatMap(Optional::stream).toList();
  }

  private static Optional<Scenario> shared(Measure measure) {
    return switch (measure) {
      case rooms -> Optional.of(ClosedLoop.ROOMS);
      case hotroom -> Optional.of(ClosedLoop.HOT_ROOM);
      case fanout -> Optional.of(new Fanout());
      case resume -> Optional.of(new Resume());
      case latency -> Optional.of(new Latency());
      case idle, slowdisk, store, roomsList, files, cost, report -> Optional.empty();
    };
  }

  private BenchStack start(int pods, Map<String, String> environment) throws InterruptedException {
    say("starting the suite, messaging pods: " + pods);
    return BenchStack.start(home, pods, environment);
  }

  private Lab lab(BenchStack stack) {
    return new Lab(run, List.of(stack.database().server()));
  }

  private static void warmUp(Place place) throws Exception {
    say("warming up");
    try (Load load = Load.join(place.open(20, 10, 2))) {
      var unused = load.run(new Pace.Window(2), Duration.ZERO, WARM_UP);
    }
  }

  /** What a server reaches that stores nothing, minutes before or after: the machine drifts. */
  private void limit(Scenario scenario, Lab lab) throws Exception {
    if (scenario instanceof ClosedLoop || scenario instanceof Fanout) {
      try (BareServer bare = BareServer.start()) {
        warmUp(bare);
        report.limit(row(scenario, bare, lab));
      }
    }
  }

  private Row row(Scenario scenario, Place place, Lab lab) throws Exception {
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      results.add(measured(scenario, place, lab));
    }
    return new Row(scenario, place.name(), results);
  }

  private static Result measured(Scenario scenario, Place place, Lab lab) throws Exception {
    Result result = scenario.measure(place, lab);
    say(
        "%s at %s: %,.1f %s, noise %.2f %s"
            .formatted(
                scenario.name(),
                place.name(),
                result.value(),
                scenario.unit(),
                result.noise(),
                result.faults()));
    return result;
  }

  private static void say(String what) {
    System.out.println(what);
  }
}
