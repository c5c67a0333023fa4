package org.andon.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The packaged suite as {@code ./andon up} runs it, in a process of its own, on free ports. */
final class Stack implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
  private static final Duration START_LIMIT = Duration.ofMinutes(4);

  /** How often auth-service asks the directory: no test waits for its usual minute. */
  private static final Map<String, String> SOON_NOTICED =
      Map.of("ANDON_ACCOUNT_WATCH_INTERVAL", "1s", "ANDON_ACCOUNT_WATCH_TICK", "500ms");

  /** As in production, and with a line for every request and frame. */
  private static final Map<String, String> LOGGED =
      Map.of("ANDON_LOG_JSON", "true", "QUARKUS_LOG_CATEGORY__ORG_ANDON__LEVEL", "DEBUG");

  private final Path data;
  private final int pods;
  private Process launcher;

  private Stack(Path data, int pods) {
    this.data = data;
    this.pods = pods;
  }

  static Stack start(int pods) {
    try {
      Stack stack = new Stack(Files.createTempDirectory("andon-e2e"), pods);
      stack.launch();
      return stack;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts the launcher on this stack's data, and waits until everything is ready. One that ends
   * itself, because another program took a port between its choice and its use, is started again.
   */
  void launch() {
    if (!becomesReady()) {
      System.err.println("The stack is started again, as its launcher ended. " + said());
      if (!becomesReady()) {
        throw new AssertionError("The stack's launcher ended twice. " + said());
      }
    }
  }

  /** Whether the stack is ready, or its launcher has ended. */
  private boolean becomesReady() {
    try {
      launcher =
          command("up", "--home", HOME.toString(), "--port", "0", "--messaging-pods", "" + pods)
              .redirectOutput(output().toFile())
              .start();
      Awaitility.await("the stack, which says: " + output())
          .atMost(START_LIMIT)
          .pollInterval(Duration.ofMillis(200))
          .until(() -> !launcher.isAlive() || isReady());
      return launcher.isAlive();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isReady() throws IOException {
    return Files.readString(output()).contains("Andon is ready");
  }

  private Path output() {
    return data.resolve("launcher.out");
  }

  private String said() {
    try {
      return "Exit %d, it said:%n%s".formatted(launcher.exitValue(), Files.readString(output()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code ./andon backup}, while this stack works. */
  void backUp(Path directory) {
    run("backup", directory.toString());
  }

  /** Starts a stack on what {@code ./andon restore} makes of a backup. */
  static Stack restore(Path backup, int pods) {
    try {
      Stack stack = new Stack(Files.createTempDirectory("andon-e2e"), pods);
      stack.run("restore", backup.toString());
      stack.launch();
      return stack;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(String... arguments) {
    try {
      Process process = command(arguments).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(arguments[0] + " failed: " + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The launcher, as {@code ./andon} runs it on this stack's data. */
  private ProcessBuilder command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx512m", "-Djava.awt.headless=true"));
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(
        List.of("-jar", HOME.resolve("deploy/launcher/target/andon-launcher.jar").toString()));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--data", data.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(SOON_NOTICED);
    builder.environment().putAll(LOGGED);
    return builder;
  }

  /** A connection to one of the services' databases, as an operator makes it. */
  Connection database(String name) throws SQLException {
    try {
      String password = Files.readString(data.resolve("postgres/superuser-password"));
      return DriverManager.getConnection(
          endpoints().get("postgres").asText() + name, "postgres", password);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode endpoints() {
    try {
      return JSON.readTree(data.resolve("endpoints.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI gateway() {
    return URI.create(endpoints().get("gateway").asText());
  }

  String kafka() {
    return endpoints().get("kafka").asText();
  }

  PlantDirectory plantDirectory() {
    return new PlantDirectory(URI.create(endpoints().get("ldap").asText()));
  }

  /** The private key that signs this stack's tokens, PKCS #8 in PEM. */
  Path signingKey() {
    return data.resolve("signing-key.pem");
  }

  /** Every pod of every service. */
  List<URI> services() {
    return endpoints().get("services").findValuesAsText("url").stream().map(URI::create).toList();
  }

  /** Every line that any service has logged. */
  List<String> logLines() {
    return logLines("");
  }

  /** Every line that this service's processes have logged. */
  List<String> logLines(String service) {
    try (Stream<Path> files = Files.list(data.resolve("logs"))) {
      List<String> lines = new ArrayList<>();
      for (Path log : files.filter(file -> isOf(service, file)).toList()) {
        lines.addAll(Files.readAllLines(log));
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOf(String service, Path log) {
    return log.getFileName().toString().startsWith(service);
  }

  /** A pod of a service, as {@code endpoints.json} tells of it now. */
  record Pod(URI url, long pid) {}

  List<Pod> messagingPods() {
    return pods("messaging-service");
  }

  List<Pod> pods(String name) {
    List<Pod> found = new ArrayList<>();
    for (JsonNode service : endpoints().get("services")) {
      if (service.get("name").asText().equals(name)) {
        found.add(new Pod(URI.create(service.get("url").asText()), service.get("pid").asLong()));
      }
    }
    return found;
  }

  /** {@code kill -9} of the launcher alone: its children are left behind. */
  void killLauncher() {
    launcher.destroyForcibly();
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      launcher.waitFor(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    launcher.destroy();
    awaitEnd();
    if (launcher.isAlive()) {
      throw new AssertionError("the stack did not stop within 30 s");
    }
    try (Stream<Path> files = Files.walk(data)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
