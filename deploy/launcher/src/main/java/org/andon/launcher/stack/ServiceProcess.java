package org.andon.launcher.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.andon.launcher.StackProblem;

/** One service's process: started, watched, started again when it dies, stopped. */
final class ServiceProcess {
  /** A busy machine takes its time; one that dies meanwhile is told of at once. */
  private static final Duration START_LIMIT = Duration.ofMinutes(5);

  private static final Duration PROBE_EVERY = Duration.ofMillis(100);
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  private final ServiceSpec spec;
  private final Overrides overrides;
  private final Path log;
  private final Progress progress;
  private final Runnable changed;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

  private Process process;
  private boolean stopping;
  private Duration pause = FIRST_PAUSE;

  /**
   * @param changed called whenever there is a new process
   */
  ServiceProcess(
      ServiceSpec spec, Overrides overrides, Path logs, Progress progress, Runnable changed) {
    this.spec = spec;
    this.overrides = overrides;
    this.log = logs.resolve(spec.instance() + ".log");
    this.progress = progress;
    this.changed = changed;
  }

  ServiceSpec spec() {
    return spec;
  }

  Path log() {
    return log;
  }

  synchronized boolean isStarted() {
    return process != null;
  }

  synchronized ProcessHandle handle() {
    return process.toHandle();
  }

  void start() {
    try {
      if (Files.exists(log)) {
        Files.move(
            log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    launch();
  }

  private void launch() {
    if (begin()) {
      changed.run();
    }
  }

  private synchronized boolean begin() {
    if (stopping) {
      return false;
    }
    List<String> command = new ArrayList<>();
    // A session of its own: Ctrl-C is for the launcher, which stops its children in order.
    command.add("setsid");
    command.addAll(spec.command());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(spec.environment());
    builder.environment().putAll(overrides.of(spec.instance(), spec.environment()));
    Instant begun = Instant.now();
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Process started = process;
    Thread.ofVirtual().name("watch " + spec.instance()).start(() -> watch(started, begun));
    return true;
  }

  private void watch(Process started, Instant begun) {
    try {
      restart(started.waitFor(), begun);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (StackProblem e) {
      progress.say("%s", e.getMessage());
    }
  }

  private void restart(int exitCode, Instant begun) throws InterruptedException {
    synchronized (this) {
      if (stopping) {
        return;
      }
      boolean livedLong = Duration.between(begun, Instant.now()).compareTo(LONG_ENOUGH) > 0;
      pause = livedLong ? FIRST_PAUSE : pause.multipliedBy(2);
      pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
    progress.say(
        "%s has died (exit %d) and is started again; its log is %s",
        spec.instance(), exitCode, log);
    Thread.sleep(pause);
    launch();
    if (awaitReady()) {
      progress.say("%s is back", spec.instance());
    }
  }

  /**
   * Waits until the service says that it has started, Kafka subscriptions and all, and is ready.
   */
  boolean awaitReady() throws InterruptedException {
    Instant limit = Instant.now().plus(START_LIMIT);
    while (Instant.now().isBefore(limit)) {
      if (isReady()) {
        return true;
      }
      synchronized (this) {
        if (stopping) {
          return false;
        }
      }
      Thread.sleep(PROBE_EVERY);
    }
    throw new StackProblem(
        "%s is not ready after %d s; its log is %s"
            .formatted(spec.instance(), START_LIMIT.toSeconds(), log));
  }

  private boolean isReady() throws InterruptedException {
    try {
      HttpRequest probe =
          HttpRequest.newBuilder(URI.create(spec.url() + "/q/health"))
              .timeout(Duration.ofSeconds(2))
              .build();
      return http.send(probe, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** Asks the process to stop, and does not start it again. */
  synchronized void stop() {
    stopping = true;
    if (process != null) {
      process.destroy();
    }
  }

  /**
   * Waits for the end after {@link #stop}, and makes sure of it.
   *
   * @return whether it ended by itself
   */
  boolean awaitEnd(Instant deadline) {
    try {
      long patience = Duration.between(Instant.now(), deadline).toMillis();
      if (process == null || process.waitFor(patience, TimeUnit.MILLISECONDS)) {
        return true;
      }
      process.destroyForcibly();
      return false;
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
