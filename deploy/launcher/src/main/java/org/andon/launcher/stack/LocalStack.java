package org.andon.launcher.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.andon.backing.FreePort;
import org.andon.launcher.StackProblem;
import org.andon.launcher.gateway.Gateway;
import org.andon.launcher.gateway.Upstreams;

/** The whole suite on this machine: started from the bottom up, stopped from the top down. */
public final class LocalStack implements AutoCloseable {
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

  /** A JVM that was recorded writes down what it has seen before it ends. */
  private static final Duration RECORDING_PATIENCE = Duration.ofMinutes(1);

  private final StackOptions options;
  private final Progress progress;
  private final Overrides overrides;
  private final int port;
  private final List<ServiceProcess> processes = new CopyOnWriteArrayList<>();

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
        processes.add(
            new ServiceProcess(spec, overrides, store.logs(), progress, this::writeEndpoints));
      }
    }
    processes.forEach(ServiceProcess::start);
    for (ServiceProcess process : processes) {
      if (process.awaitReady()) {
        progress.say("%s is up", process.spec().instance());
      }
    }
    synchronized (this) {
      gateway = Gateway.start(port, upstreams(), options.home().resolve("frontend/dist"));
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

  private Upstreams upstreams() {
    return new Upstreams(
        ports(Services.AUTH),
        ports(Services.ROOM),
        ports(Services.MESSAGING),
        ports(Services.FILE));
  }

  private List<Integer> ports(String service) {
    return processes.stream()
        .filter(process -> process.spec().name().equals(service))
        .map(process -> process.spec().port())
        .toList();
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
