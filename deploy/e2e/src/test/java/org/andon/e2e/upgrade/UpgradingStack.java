package org.andon.e2e.upgrade;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.andon.e2e.traffic.Pace;
import org.andon.e2e.traffic.StackData;
import org.andon.e2e.traffic.Suite;
import org.andon.launcher.stack.LocalStack;
import org.andon.launcher.stack.Progress;
import org.andon.launcher.stack.StackOptions;

/** The packaged suite with two messaging pods, each process of which is of either version. */
final class UpgradingStack implements Suite, AutoCloseable {
  private static final Path NEW_HOME = Path.of("../..").toAbsolutePath().normalize();
  private static final Path LOGS = NEW_HOME.resolve("target/upgrade-logs");
  private static final String FIRST_POD = "messaging-service-1";
  private static final String SECOND_POD = "messaging-service-2";
  private static final List<String> PLACES =
      List.of("auth-service", "room-service", "file-service", FIRST_POD, SECOND_POD);

  private final Path oldHome;
  private final StackData data;
  private final LocalStack stack;

  /** Which process is in which place. */
  private final Map<String, String> instances = new ConcurrentHashMap<>();

  private int started;
  private boolean closed;

  private UpgradingStack(Path oldHome, StackData data) {
    this.oldHome = oldHome;
    this.data = data;
    StackOptions options = new StackOptions(oldHome, data.path(), 0, 2, false, false, 0);
    this.stack =
        new LocalStack(options, new Progress(System.out), (instance, usual) -> environment());
    PLACES.forEach(place -> instances.put(place, place));
  }

  /**
   * Starts the old version.
   *
   * @param oldHome its repository, built
   */
  static UpgradingStack start(Path oldHome) throws IOException, InterruptedException {
    UpgradingStack started = new UpgradingStack(oldHome, StackData.create("andon-upgrade"));
    // Its processes are sessions of their own: a Ctrl-C does not reach them.
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(started::close));
    try {
      started.stack.start();
      return started;
    } catch (RuntimeException | IOException | InterruptedException e) {
      started.close();
      throw e;
    }
  }

  private Map<String, String> environment() {
    // By way of the gateway, services ask whichever process is at work, as by a Kubernetes Service.
    Map<String, String> environment = new HashMap<>();
    environment.put("ANDON_JWKS_URL", stack.gateway() + "/api/auth/jwks");
    for (String service : List.of("AUTH", "ROOM", "FILE")) {
      environment.put("ANDON_" + service + "_SERVICE_URL", stack.gateway());
    }
    // Who has signed in with the old version is still here at the end of the last step.
    environment.put("ANDON_TOKEN_LIFETIME", "PT2H");
    return environment;
  }

  @Override
  public URI gateway() {
    return URI.create(stack.gateway());
  }

  String kafka() {
    return stack.servers().kafka().bootstrapServers();
  }

  @Override
  public List<URI> messagingPods() {
    return List.of(firstPod(), secondPod());
  }

  URI firstPod() {
    return url(FIRST_POD);
  }

  URI secondPod() {
    return url(SECOND_POD);
  }

  @Override
  public List<URI> services() {
    return PLACES.stream().map(this::url).toList();
  }

  private URI url(String place) {
    return data.running(instances.get(place)).url();
  }

  void upgrade(String place, Duration together) throws InterruptedException {
    replace(place, "new", NEW_HOME, together);
  }

  void rollBack(String place, Duration together) throws InterruptedException {
    replace(place, "old", oldHome, together);
  }

  /**
   * @param together for how long both are at work before the former one ends
   */
  private void replace(String place, String version, Path home, Duration together)
      throws InterruptedException {
    String successor = "%s-%s-%d".formatted(place, version, ++started);
    stack.add(service(place), successor, home);
    Pace.pause(together);
    stack.remove(instances.put(place, successor));
  }

  private static String service(String place) {
    return Stream.of(FIRST_POD, SECOND_POD).anyMatch(place::equals) ? "messaging-service" : place;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    stack.close();
    data.keepLogs(LOGS);
    data.delete();
  }
}
