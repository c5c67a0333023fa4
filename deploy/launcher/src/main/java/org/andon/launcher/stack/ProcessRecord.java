package org.andon.launcher.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The processes of a stack, on disk: whoever comes after a killed launcher finds what it left. The
 * first line is the launcher; a process is known by its id and when it began.
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
      Path draft = file.resolveSibling(file.getFileName() + ".new");
      Files.write(draft, lines);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
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
    } catch (ExecutionException e) {
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
    return process.pid() + " " + begun(process.pid());
  }

  private static Optional<ProcessHandle> running(String line) {
    String[] parts = line.split(" ");
    long pid = Long.parseLong(parts[0]);
    return ProcessHandle.of(pid).filter(process -> begun(pid).equals(parts[1]));
  }

  /**
   * When a process began, in clock ticks since the machine did (field 22 of proc(5)'s stat). The
   * JDK tells it as a time of day, which moves when the clock is set.
   */
  private static String begun(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[19];
    } catch (IOException e) {
      return "gone";
    }
  }
}
