package org.andon.bench.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The suite as {@code ./andon up --bench-users} runs it, started for the bench alone. */
public final class BenchStack implements AutoCloseable {
  /** As many as the largest scenario has members. */
  public static final int USERS = 2000;

  /** The launcher's name for it. */
  private static final String BUCKET = "andon-files";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration START_LIMIT = Duration.ofMinutes(4);
  private static final Duration STOP_LIMIT = Duration.ofMinutes(3);
  private static final Duration LOOK = Duration.ofMillis(200);

  private final Path data;
  private final Process launcher;

  private BenchStack(Path data, Process launcher) {
    this.data = data;
    this.launcher = launcher;
  }

  /** A pod of messaging-service. */
  public record Pod(URI url, ProcessHandle process) {}

  /**
   * Starts the suite and waits until it is ready.
   *
   * @param home the repository, built
   * @param environment for every process of the suite
   */
  public static BenchStack start(Path home, int messagingPods, Map<String, String> environment)
      throws InterruptedException {
    return start(
        home,
        List.of(
            "--no-example",
            "--messaging-pods",
            Integer.toString(messagingPods),
            "--bench-users",
            Integer.toString(USERS)),
        environment);
  }

  /**
   * The same, with the example incident and few users, recorded: when it is closed messaging's
   * start-up cache is made.
   */
  public static BenchStack startRecording(Path home, int users) throws InterruptedException {
    return start(home, List.of("--record", "--bench-users", Integer.toString(users)), Map.of());
  }

  private static BenchStack start(Path home, List<String> options, Map<String, String> environment)
      throws InterruptedException {
    try {
      Path data = Files.createTempDirectory("andon-bench");
      ProcessBuilder builder =
          new ProcessBuilder(command(home, data, options))
              .redirectErrorStream(true)
              .redirectOutput(data.resolve("launcher.out").toFile());
      builder.environment().putAll(environment);
      BenchStack stack = new BenchStack(data, builder.start());
      // Who interrupts the bench wants no suite left behind.
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(stack::close));
      stack.awaitReady();
      return stack;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> command(Path home, Path data, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx512m", "-XX:TieredStopAtLevel=1"));
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(
        List.of("-jar", home.resolve("deploy/launcher/target/andon-launcher.jar").toString()));
    command.addAll(List.of("up", "--home", home.toString(), "--data", data.toString()));
    command.addAll(List.of("--port", "0"));
    command.addAll(options);
    return command;
  }

  private void awaitReady() throws IOException, InterruptedException {
    Instant limit = Instant.now().plus(START_LIMIT);
    Path output = data.resolve("launcher.out");
    while (!Files.readString(output).contains("Andon is ready")) {
      if (!launcher.isAlive() || Instant.now().isAfter(limit)) {
        String said = Files.readString(output);
        close();
        throw new IllegalStateException("The stack did not start:\n" + said);
      }
      Thread.sleep(LOOK);
    }
  }

  public URI gateway() {
    return URI.create(endpoints().get("gateway").asText());
  }

  public URI service(String name) {
    return URI.create(services(name).getFirst().get("url").asText());
  }

  public List<Pod> messagingPods() {
    return services("messaging-service").stream()
        .map(
            service ->
                new Pod(
                    URI.create(service.get("url").asText()),
                    ProcessHandle.of(service.get("pid").asLong()).orElseThrow()))
        .toList();
  }

  /** Kafka, the directory, the object store and the gateway are in it. */
  public ProcessHandle launcher() {
    return launcher.toHandle();
  }

  /** The only or first process of a service. */
  public ProcessHandle process(String service) {
    return ProcessHandle.of(services(service).getFirst().get("pid").asLong()).orElseThrow();
  }

  public ObjectStoreAccess objectStore() {
    Properties secrets = new Properties();
    try (Reader reader = Files.newBufferedReader(data.resolve("secrets.properties"))) {
      secrets.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ObjectStoreAccess(
        URI.create(endpoints().get("s3").asText()),
        BUCKET,
        secrets.getProperty("s3.access-key"),
        secrets.getProperty("s3.secret-key"));
  }

  private List<JsonNode> services(String name) {
    return StreamSupport.stream(endpoints().get("services").spliterator(), false)
        .filter(service -> service.get("name").asText().equals(name))
        .toList();
  }

  private JsonNode endpoints() {
    try {
      return JSON.readTree(data.resolve("endpoints.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path postgresLog() {
    return data.resolve("postgres/server.log");
  }

  public Database database() {
    try {
      Path postgres = data.resolve("postgres");
      long pid =
          Files.readAllLines(postgres.resolve("cluster/postmaster.pid")).stream()
              .limit(1)
              .mapToLong(Long::parseLong)
              .findFirst()
              .orElseThrow();
      return new Database(
          endpoints().get("postgres").asText(),
          Files.readString(postgres.resolve("superuser-password")),
          ProcessHandle.of(pid).orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    launcher.destroy();
    try {
      if (!launcher.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("The stack did not stop; its data is in " + data);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!Files.exists(data)) {
      return;
    }
    try (Stream<Path> files = Files.walk(data)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
