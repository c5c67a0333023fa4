package org.andon.e2e.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.andon.launcher.stack.LocalStack;
import org.andon.launcher.stack.Progress;
import org.andon.launcher.stack.StackOptions;

/** The packaged suite with two messaging pods, of which every part can be taken away. */
final class FaultyStack implements AutoCloseable {
  private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
  private static final int PODS = 2;

  private final Path data;
  private final LocalStack stack;
  private final Wiring wiring = new Wiring();
  private final Map<String, Map<String, String>> clocks = new ConcurrentHashMap<>();
  private Servers servers;

  private FaultyStack(Path data) {
    this.data = data;
    StackOptions options = new StackOptions(HOME, data, 0, PODS, false, false, 0);
    this.stack = new LocalStack(options, new Progress(System.out), this::overrides);
  }

  static FaultyStack start() throws IOException, InterruptedException {
    FaultyStack started = new FaultyStack(Files.createTempDirectory("andon-faults"));
    try {
      started.stack.start();
      started.servers = new Servers(started.data, started.stack.servers());
      return started;
    } catch (RuntimeException | IOException | InterruptedException e) {
      started.stack.close();
      throw e;
    }
  }

  private Map<String, String> overrides(String instance, Map<String, String> usual) {
    Map<String, String> changed = new HashMap<>(wiring.of(instance, usual));
    changed.putAll(clocks.getOrDefault(instance, Map.of()));
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
  public void close() {
    stack.close();
    servers.close();
    wiring.close();
    try (Stream<Path> files = Files.walk(data)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
