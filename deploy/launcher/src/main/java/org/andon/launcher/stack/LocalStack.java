package org.andon.launcher.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.andon.backing.FreePort;
import org.andon.launcher.StackProblem;
import org.andon.launcher.gateway.Gateway;

/** The whole suite on this machine: started from the bottom up, stopped from the top down. */
public final class LocalStack implements AutoCloseable {
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

  /** A JVM that was recorded writes down what it has seen before it ends. */
  private static final Duration RECORDING_PATIENCE = Duration.ofMinutes(1);

  private final StackOptions options;
  private final Progress progress;
  private final Overrides overrides;
  private final int port;

  private DataStore store;
  private BackingServers backing;
  private Services services;
  private Fleet fleet;
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
      fleet = new Fleet(this::process, progress);
    }
    fleet.start(services.specs());
    synchronized (this) {
      gateway =
          Gateway.start(
              port,
              target -> fleet.ports(target.service()),
              options.home().resolve("frontend/dist"));
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

  /**
   * Starts one more process of a service; it works beside the others once this returns.
   *
   * @param instance what the new one is called
   * @param home the repository whose build it is of
   */
  public void add(String service, String instance, Path home) throws InterruptedException {
    fleet.start(List.of(Services.beside(fleet.spec(service), instance, home)));
  }

  /** Ends a process in order, as Kubernetes does with a pod whose successor is ready. */
  public void remove(String instance) throws InterruptedException {
    fleet.end(instance);
    writeEndpoints();
  }

  private ServiceProcess process(ServiceSpec spec) {
    return new ServiceProcess(spec, overrides, store.logs(), progress, this::writeEndpoints);
  }

  /** Written anew whenever a process is: its id is among what it tells. */
  private synchronized void writeEndpoints() {
    if (closed) {
      return;
    }
    List<ServiceProcess> started = fleet.started();
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
    if (fleet != null) {
      fleet.stop(options.recording() ? RECORDING_PATIENCE : STOP_PATIENCE);
    }
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
