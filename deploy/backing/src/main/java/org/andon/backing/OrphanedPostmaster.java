package org.andon.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The PostgreSQL that a killed JVM leaves running: it holds the data directory and the port. */
final class OrphanedPostmaster {

  private static final long PATIENCE_SECONDS = 10;

  private OrphanedPostmaster() {}

  /** Stops the server that still runs on this data directory, if there is one. */
  static void stop(Path cluster) throws IOException {
    var pidFile = cluster.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
    var orphan = ProcessHandle.of(pid).filter(process -> servesFrom(process, cluster));
    if (orphan.isPresent()) {
      // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for clients to leave.
      new ProcessBuilder("kill", "-INT", Long.toString(pid)).inheritIO().start().onExit().join();
      awaitEnd(orphan.get());
    }
  }

  /** Process ids are used again: the command line tells whether this one is ours. */
  private static boolean servesFrom(ProcessHandle process, Path cluster) {
    return process.info().arguments().stream()
        .flatMap(Arrays::stream)
        .anyMatch(cluster.toString()::equals);
  }

  private static void awaitEnd(ProcessHandle process) {
    try {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException _) {
      process.destroyForcibly();
      process.onExit().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackingException("interrupted while an orphaned PostgreSQL stopped", e);
    } catch (ExecutionException e) {
      throw new BackingException("an orphaned PostgreSQL could not be stopped", e);
    }
  }
}
