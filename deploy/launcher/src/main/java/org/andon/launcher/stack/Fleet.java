package org.andon.launcher.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.andon.launcher.StackProblem;

/** The services' processes; some of them, as they come and go, get no requests. */
final class Fleet {
  /** As k8s' {@code preStop}: nothing new comes, and what is under way is answered. */
  private static final Duration LEAVING = Duration.ofSeconds(5);

  /** As the longest {@code terminationGracePeriodSeconds} of k8s. */
  private static final Duration LEAVING_PATIENCE = Duration.ofSeconds(90);

  private final Function<ServiceSpec, ServiceProcess> process;
  private final Progress progress;
  private final List<ServiceProcess> all = new CopyOnWriteArrayList<>();
  private final List<ServiceProcess> serving = new CopyOnWriteArrayList<>();
  private boolean stopping;

  Fleet(Function<ServiceSpec, ServiceProcess> process, Progress progress) {
    this.process = process;
    this.progress = progress;
  }

  /** Starts them all at once, and waits until each is ready for requests. */
  void start(List<ServiceSpec> specs) throws InterruptedException {
    List<ServiceProcess> added = add(specs);
    added.forEach(ServiceProcess::start);
    for (ServiceProcess it : added) {
      if (it.awaitReady()) {
        serving.add(it);
        progress.say("%s is up", it.spec().instance());
      }
    }
  }

  private synchronized List<ServiceProcess> add(List<ServiceSpec> specs) {
    if (stopping) {
      return List.of();
    }
    List<ServiceProcess> added = specs.stream().map(process).toList();
    all.addAll(added);
    return added;
  }

  /** Ends one in order: first nothing new comes to it, then it finishes what it has begun. */
  void end(String instance) throws InterruptedException {
    ServiceProcess leaving =
        all.stream()
            .filter(it -> it.spec().instance().equals(instance))
            .findFirst()
            .orElseThrow(() -> new StackProblem("There is no " + instance + "."));
    serving.remove(leaving);
    Thread.sleep(LEAVING);
    leaving.stop();
    boolean inOrder = leaving.awaitEnd(Instant.now().plus(LEAVING_PATIENCE));
    all.remove(leaving);
    if (!inOrder) {
      throw new StackProblem(
          "%s did not end within %d s; its log is %s"
              .formatted(instance, LEAVING_PATIENCE.toSeconds(), leaving.log()));
    }
    progress.say("%s has ended", instance);
  }

  /** Any one of a service. */
  ServiceSpec spec(String service) {
    return all.stream()
        .map(ServiceProcess::spec)
        .filter(spec -> spec.name().equals(service))
        .findFirst()
        .orElseThrow(() -> new StackProblem("There is no " + service + "."));
  }

  /** Of a service's processes that get requests. */
  List<Integer> ports(String service) {
    return serving.stream()
        .map(ServiceProcess::spec)
        .filter(spec -> spec.name().equals(service))
        .map(ServiceSpec::port)
        .toList();
  }

  List<ServiceProcess> started() {
    return all.stream().filter(ServiceProcess::isStarted).toList();
  }

  /** Ends all, and lets no other start. */
  void stop(Duration patience) {
    synchronized (this) {
      stopping = true;
    }
    all.forEach(ServiceProcess::stop);
    Instant deadline = Instant.now().plus(patience);
    all.forEach(it -> it.awaitEnd(deadline));
  }
}
