package org.andon.launcher.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.andon.backing.FreePort;
import org.andon.launcher.StackProblem;
import org.andon.launcher.gateway.Gateway;
import org.andon.launcher.gateway.Route.Target;

/** The whole suite on this machine: started from the bottom up, stopped from the top down. */
public final class LocalStack implements AutoCloseable {
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

  /** A JVM that was recorded writes down what it has seen before it ends. */
  private static final Duration RECORDING_PATIENCE = Duration.ofMinutes(1);

  /** As k8s' {@code preStop}: nothing new comes, and what is under way is answered. */
  private static final Duration LEAVING = Duration.ofSeconds(5);

  /** As the longest {@code terminationGracePeriodSeconds} of k8s. */
  private static final Duration LEAVING_PATIENCE = Duration.ofSeconds(90);

  private final StackOptions options;
  private final Progress progress;
  private final Overrides overrides;
  private final int port;
  private final List<ServiceProcess> processes = new CopyOnWriteArrayList<>();

  /** Those that the gateway sends people to. */
  private final List<ServiceProcess> serving = new CopyOnWriteArrayList<>();

  private DataStore store;
  private BackingServers backing;
  private Services services;
  private Gateway gateway;
  private boolean closed;

  public LocalStack(StackOptions options, Progress progress) {
    this(options, progress, Overrides.none());
  }

  public LocalStack(StackOptions options, Progress progress, Overrides overrides) {
    this.options = options;
    this.progress = progress;
    this.overrides = overrides;
    this.port = options.port() == 0 ? FreePort.any() : options.port();
  }

  /** The address that people and programs use. */
  public String gateway() {
    return "http://localhost:" + port;
  }

  /** What the services stand on, once {@link #start} has returned. */
  public synchronized BackingServers servers() {
    return backing;
  }

  public void start() throws InterruptedException, IOException {
    requireBuilt();
    if (!FreePort.isFree(port)) {
      throw new StackProblem("Port " + port + " is taken. Choose another with --port.");
    }
    synchronized (this) {
      store = new DataStore(options.data(), options.reset());
      LauncherLog.open(store.logs());
      ProcessRecord.in(store.path()).write(List.of());
      Secrets secrets = new Secrets(store.path());
      progress.say("starting in %s", store.path());
      backing = new BackingServers(store.path(), secrets, options, progress);
      backing.awaitStarted();
      services = new Services(options, backing, secrets, gateway());
      for (ServiceSpec spec : services.specs()) {
        processes.add(process(spec));
      }
    }
    processes.forEach(ServiceProcess::start);
    for (ServiceProcess process : processes) {
      if (process.awaitReady()) {
        progress.say("%s is up", process.spec().instance());
      }
    }
    serving.addAll(processes);
    synchronized (this) {
      gateway = Gateway.start(port, this::ports, options.home().resolve("frontend/dist"));
    }
    writeEndpoints();
  }

  private void requireBuilt() {
    for (String service : Services.ALL) {
      if (!Files.exists(options.home().resolve(service).resolve("target/quarkus-app"))) {
        throw new StackProblem(service + " is not built. Run './andon build' first.");
      }
    }
  }

  private List<Integer> ports(Target target) {
    return serving.stream()
        .map(ServiceProcess::spec)
        .filter(spec -> spec.name().equals(target.service()))
        .map(ServiceSpec::port)
        .toList();
  }

  /**
   * Starts one more process of a service; it works beside the others once this returns.
   *
   * @param instance what the new one is called
   * @param home the repository whose build it is of
   */
  public void add(String service, String instance, Path home) throws InterruptedException {
    ServiceProcess added;
    synchronized (this) {
      if (closed) {
        return;
      }
      ServiceSpec other =
          processes.stream()
              .map(ServiceProcess::spec)
              .filter(spec -> spec.name().equals(service))
              .findFirst()
              .orElseThrow();
      added = process(Services.beside(other, instance, home));
      processes.add(added);
    }
    added.start();
    if (added.awaitReady()) {
      serving.add(added);
      progress.say("%s is up", instance);
    }
  }

  /** Ends a process in order: first nothing new comes to it, then it finishes what it has begun. */
  public void remove(String instance) throws InterruptedException {
    ServiceProcess leaving =
        processes.stream()
            .filter(process -> process.spec().instance().equals(instance))
            .findFirst()
            .orElseThrow();
    serving.remove(leaving);
    Thread.sleep(LEAVING);
    leaving.stop();
    boolean inOrder = leaving.awaitEnd(Instant.now().plus(LEAVING_PATIENCE));
    processes.remove(leaving);
    writeEndpoints();
    if (!inOrder) {
      throw new StackProblem(
          "%s did not end within %d s; its log is %s"
              .formatted(instance, LEAVING_PATIENCE.toSeconds(), leaving.log()));
    }
    progress.say("%s has ended", instance);
  }

  private ServiceProcess process(ServiceSpec spec) {
    return new ServiceProcess(spec, overrides, store.logs(), progress, this::writeEndpoints);
  }

  /** Written anew whenever a process is: its id is among what it tells. */
  private synchronized void writeEndpoints() {
    if (closed) {
      return;
    }
    List<ServiceProcess> started = processes.stream().filter(ServiceProcess::isStarted).toList();
    ProcessRecord.in(store.path()).write(started.stream().map(ServiceProcess::handle).toList());
    new EndpointsFile(store.path())
        .write(
            new EndpointsFile.Endpoints(
                gateway(),
                backing.kafka().bootstrapServers(),
                backing.postgres().jdbcUrl(""),
                backing.directory().ldapUrl(),
                backing.objectStore().endpoint().toString(),
                started.stream().map(LocalStack::service).toList()));
  }

  private static EndpointsFile.Service service(ServiceProcess process) {
    return new EndpointsFile.Service(
        process.spec().name(),
        process.spec().url(),
        process.handle().pid(),
        process.log().toString());
  }

  @Override
  public synchronized void close() {
    if (closed || store == null) {
      return;
    }
    closed = true;
    progress.say("stopping");
    processes.forEach(ServiceProcess::stop);
    Instant deadline = Instant.now().plus(options.recording() ? RECORDING_PATIENCE : STOP_PATIENCE);
    processes.forEach(process -> process.awaitEnd(deadline));
    if (gateway != null) {
      gateway.close();
    }
    if (backing != null) {
      backing.close();
    }
    new EndpointsFile(store.path()).delete();
    ProcessRecord.in(store.path()).delete();
    store.close();
    progress.say("stopped");
    if (options.recording() && services != null) {
      assembleCache();
    }
  }

  private void assembleCache() {
    try {
      services.assembleCache(store.logs());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
