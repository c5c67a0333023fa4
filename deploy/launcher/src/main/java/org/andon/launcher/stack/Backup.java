package org.andon.launcher.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.andon.backing.DirectoryCopy;
import org.andon.backing.Postgres;
import org.andon.launcher.StackProblem;

/**
 * A stack's databases, files and secrets in one directory. Not Kafka: what it has to have again is
 * in the databases.
 */
public final class Backup {
  /** Written last: a copy without it was cut short. */
  private static final String FINISHED = "finished-at";

  private static final List<String> SECRETS = List.of("secrets.properties", "signing-key.pem");

  private final Path directory;

  private Backup(Path directory) {
    this.directory = directory;
  }

  /**
   * Copies what a running stack keeps in {@code data} to a directory that is empty or not there.
   */
  public static void take(Path data, Path directory, Progress progress) {
    if (ProcessRecord.in(data).launcher().isEmpty()) {
      throw new StackProblem(
          "Andon does not run on "
              + data
              + ". Start it with './andon up' first: a backup is taken while it runs.");
    }
    Backup backup = new Backup(directory);
    try {
      backup.create();
      // The files second: each is in the store before its row, and stays for weeks after it was
      // deleted. So the files of every row that was copied are there.
      Postgres.backUp(data.resolve(DataStore.POSTGRES), directory.resolve(DataStore.POSTGRES));
      progress.say("the databases are copied");
      DirectoryCopy.all(data.resolve(DataStore.S3), directory.resolve(DataStore.S3));
      progress.say("the files are copied");
      copySecrets(data, directory);
      backup.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    progress.say("the backup in %s is complete", directory);
  }

  private void create() throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.list(directory)) {
        if (files.findAny().isPresent()) {
          throw new StackProblem(directory + " is not empty. Give every backup a directory.");
        }
      }
    }
    Files.createDirectories(directory);
    // It has every password in it.
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
  }

  private void finish() throws IOException {
    flush(directory);
    Files.writeString(
        directory.resolve(FINISHED), Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\n");
    flush(directory);
  }

  /**
   * Makes of a backup the data of a stack that does not run, for the next start. Kafka begins
   * empty, and is told the state of every room and the last days' events.
   */
  public static void restore(Path directory, Path data, boolean reset, Progress progress) {
    if (!Files.exists(directory.resolve(FINISHED))) {
      throw new StackProblem(directory + " is no complete backup.");
    }
    try (DataStore store = new DataStore(data, reset)) {
      requireEmpty(store.path());
      for (String server : List.of(DataStore.POSTGRES, DataStore.S3)) {
        DirectoryCopy.all(directory.resolve(server), store.path().resolve(server));
      }
      copySecrets(directory, store.path());
      progress.say("the databases and the files are copied");
      new Republication(store.path()).order();
      flush(store.path());
      progress.say(
          "%s is as it was at %s", data, Files.readString(directory.resolve(FINISHED)).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireEmpty(Path data) {
    for (String server : List.of(DataStore.POSTGRES, DataStore.S3, DataStore.KAFKA)) {
      if (Files.exists(data.resolve(server))) {
        throw new StackProblem(
            "There is data in " + data + ". Restore to another directory (--data), or --reset it.");
      }
    }
  }

  private static void copySecrets(Path from, Path to) throws IOException {
    for (String secret : SECRETS) {
      DirectoryCopy.all(from.resolve(secret), to.resolve(secret));
    }
  }

  /** To the disk itself: what is called complete has to outlast a power cut. */
  private static void flush(Path directory) throws IOException {
    try {
      int failed = new ProcessBuilder("sync", "-f", directory.toString()).start().waitFor();
      if (failed != 0) {
        throw new IOException("'sync -f " + directory + "' failed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
