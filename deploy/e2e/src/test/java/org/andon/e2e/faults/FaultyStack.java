package org.andon.e2e.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.andon.launcher.stack.LocalStack;
import org.andon.launcher.stack.Progress;
import org.andon.launcher.stack.StackOptions;

/** The packaged suite with two messaging pods, of which every part can be taken away. */
final class FaultyStack implements AutoCloseable {
  private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
  private static final Path LOGS = HOME.resolve("target/faults-logs");
  private static final int PODS = 2;
  private static final int STORE_MEBIBYTES = 64;

  /** A new cluster with its log, and some room. */
  private static final int DATABASE_MEBIBYTES = 512;

  private final Path data;
  private final LocalStack stack;
  private final Wiring wiring = new Wiring();
  private final Map<String, Map<String, String>> environments = new ConcurrentHashMap<>();
  private final Optional<SmallDisk> storeDisk;
  private final Optional<SmallDisk> databaseDisk;
  private Servers servers;
  private boolean closed;

  private FaultyStack(Path data) {
    this.data = data;
    this.storeDisk = SmallDisk.at(data.resolve("s3"), STORE_MEBIBYTES);
    this.databaseDisk = SmallDisk.at(data.resolve("postgres"), DATABASE_MEBIBYTES);
    StackOptions options = new StackOptions(HOME, data, 0, PODS, false, false, 0);
    this.stack = new LocalStack(options, new Progress(System.out), this::overrides);
  }

  static FaultyStack start() throws IOException, InterruptedException {
    FaultyStack started = new FaultyStack(Files.createTempDirectory("andon-faults"));
    // Its processes are sessions of their own: a Ctrl-C does not reach them.
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(started::close));
    try {
      started.stack.start();
      started.servers = new Servers(started.data, started.stack.servers());
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

  URI gateway() {
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

  List<URI> services() {
    return endpoints(service -> true);
  }

  List<URI> messagingPods() {
    return endpoints(service -> service.startsWith("messaging-service"));
  }

  private List<URI> endpoints(Predicate<String> wanted) {
    List<URI> found = new ArrayList<>();
    for (JsonNode service : read().get("services")) {
      if (wanted.test(service.get("name").asText())) {
        found.add(URI.create(service.get("url").asText()));
      }
    }
    return found;
  }

  private JsonNode read() {
    try {
      return Api.JSON.readTree(data.resolve("endpoints.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    for (JsonNode service : read().get("services")) {
      if (Path.of(service.get("log").asText()).getFileName().toString().equals(instance + ".log")) {
        ProcessHandle.of(service.get("pid").asLong()).orElseThrow().destroyForcibly();
        return;
      }
    }
    throw new IllegalArgumentException("there is no " + instance);
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
    keepLogs();
    storeDisk.ifPresent(SmallDisk::close);
    databaseDisk.ifPresent(SmallDisk::close);
    try (Stream<Path> files = Files.walk(data)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keepLogs() {
    try (Stream<Path> logs = Files.list(data.resolve("logs"))) {
      Files.createDirectories(LOGS);
      Stream<Path> all = Stream.concat(logs, Stream.of(data.resolve("postgres/server.log")));
      for (Path log : all.filter(Files::exists).toList()) {
        Files.copy(log, LOGS.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
