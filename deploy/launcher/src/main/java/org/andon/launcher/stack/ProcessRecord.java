package org.andon.launcher.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The processes of a stack, on disk: whoever comes after a killed launcher finds what it left. The
 * first line is the launcher; a process is known by its id and the instant it began.
 */
public final class ProcessRecord {
  private static final long PATIENCE_SECONDS = 5;

  private final Path file;

  private ProcessRecord(Path file) {
    this.file = file;
  }

  public static ProcessRecord in(Path data) {
    return new ProcessRecord(data.resolve("processes"));
  }

  /** Writes down the launcher, this process, and its children. */
  synchronized void write(List<ProcessHandle> children) {
    List<String> lines = new ArrayList<>();
    lines.add(line(ProcessHandle.current()));
    children.forEach(child -> lines.add(line(child)));
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The launcher, if it runs. */
  public Optional<ProcessHandle> launcher() {
    return lines().stream().findFirst().flatMap(ProcessRecord::running);
  }

  /** Ends the children of a launcher that is gone. */
  public void stopLeftovers() {
    List<ProcessHandle> leftovers =
        lines().stream().skip(1).map(ProcessRecord::running).flatMap(Optional::stream).toList();
    leftovers.forEach(ProcessHandle::destroy);
    leftovers.forEach(ProcessRecord::awaitEnd);
  }

  private static void awaitEnd(ProcessHandle process) {
    try {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> lines() {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(ProcessHandle process) {
    return process.pid() + " " + begun(process).toEpochMilli();
  }

  private static Optional<ProcessHandle> running(String line) {
    String[] parts = line.split(" ");
    return ProcessHandle.of(Long.parseLong(parts[0]))
        .filter(process -> begun(process).toEpochMilli() == Long.parseLong(parts[1]));
  }

  private static Instant begun(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }
}
