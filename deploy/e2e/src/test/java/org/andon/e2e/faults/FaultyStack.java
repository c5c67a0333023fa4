package org.andon.e2e.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.andon.e2e.traffic.StackData;
import org.andon.e2e.traffic.StackData.Running;
import org.andon.e2e.traffic.Suite;
import org.andon.launcher.stack.LocalStack;
import org.andon.launcher.stack.Progress;
import org.andon.launcher.stack.StackOptions;

/** The packaged suite with two messaging pods, of which every part can be taken away. */
final class FaultyStack implements Suite, AutoCloseable {
  private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
  private static final Path LOGS = HOME.resolve("target/faults-logs");
  private static final int PODS = 2;
  private static final int STORE_MEBIBYTES = 64;

  /** A new cluster with its log, and some room. */
  private static final int DATABASE_MEBIBYTES = 512;

  private final StackData data;
  private final LocalStack stack;
  private final Wiring wiring = new Wiring();
  private final Map<String, Map<String, String>> environments = new ConcurrentHashMap<>();
  private final Optional<SmallDisk> storeDisk;
  private final Optional<SmallDisk> databaseDisk;
  private Servers servers;
  private boolean closed;

  private FaultyStack(StackData data) {
    this.data = data;
    this.storeDisk = SmallDisk.at(data.path().resolve("s3"), STORE_MEBIBYTES);
    this.databaseDisk = SmallDisk.at(data.path().resolve("postgres"), DATABASE_MEBIBYTES);
    StackOptions options = new StackOptions(HOME, data.path(), 0, PODS, false, false, 0);
    this.stack = new LocalStack(options, new Progress(System.out), this::overrides);
  }

  static FaultyStack start() throws IOException, InterruptedException {
    FaultyStack started = new FaultyStack(StackData.create("andon-faults"));
    // Its processes are sessions of their own: a Ctrl-C does not reach them.
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(started::close));
    try {
      started.stack.start();
      started.servers = new Servers(started.data.path(), started.stack.servers());
      return started;
    } catch (RuntimeException | IOException | InterruptedException e) {
      started.close();
      throw e;
    }
  }

  private Map<String, String> overrides(String instance, Map<String, String> usual) {
    Map<String, String> changed = new HashMap<>(wiring.of(instance, usual));
    changed.putAll(environments.getOrDefault(instance, Map.of()));
    return changed;
  }

  @Override
  public URI gateway() {
    return URI.create(stack.gateway());
  }

  Servers servers() {
    return servers;
  }

  Wiring wiring() {
    return wiring;
  }

  Optional<SmallDisk> storeDisk() {
    return storeDisk;
  }

  Optional<SmallDisk> databaseDisk() {
    return databaseDisk;
  }

  @Override
  public List<URI> services() {
    return data.running().stream().map(Running::url).toList();
  }

  @Override
  public List<URI> messagingPods() {
    return data.running().stream()
        .filter(it -> it.name().equals("messaging-service"))
        .map(Running::url)
        .toList();
  }

  /** Kills a process, which is started again with this in its environment. */
  void restart(String instance, Map<String, String> environment) {
    environments.put(instance, environment);
    kill(instance);
  }

  /**
   * {@code kill -9}; the launcher starts it again, as Kubernetes would.
   *
   * @param instance a service, or a pod of it as {@code messaging-service-1}
   */
  void kill(String instance) {
    ProcessHandle.of(data.running(instance).pid()).orElseThrow().destroyForcibly();
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    stack.close();
    if (servers != null) {
      servers.close();
    }
    wiring.close();
    data.keepLogs(LOGS);
    storeDisk.ifPresent(SmallDisk::close);
    databaseDisk.ifPresent(SmallDisk::close);
    data.delete();
  }
}
