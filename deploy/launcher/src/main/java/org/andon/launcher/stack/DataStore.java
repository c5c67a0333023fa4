package org.andon.launcher.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.andon.backing.Postgres;
import org.andon.launcher.StackProblem;

/** The directory that holds all of a stack's data, for one stack at a time. */
final class DataStore implements AutoCloseable {
  static final String POSTGRES = "postgres";
  static final String KAFKA = "kafka";
  static final String S3 = "s3";

  private static final String LOCK = "lock";
  private static final List<String> OURS =
      List.of(
          POSTGRES,
          KAFKA,
          S3,
          "logs",
          "secrets.properties",
          "signing-key.pem",
          "processes",
          "endpoints.json");

  private final Path path;
  private final FileChannel lock;

  /** Takes the directory; what a killed stack has left running on it is ended first. */
  DataStore(Path path, boolean reset) {
    this.path = path;
    try {
      Files.createDirectories(path);
      lock =
          FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock.tryLock() == null) {
        throw new StackProblem(
            "Andon already runs on "
                + path
                + ". Stop it with './andon down', or give --data another directory.");
      }
      ProcessRecord.in(path).stopLeftovers();
      Postgres.stopOrphan(path.resolve(POSTGRES));
      if (reset) {
        deleteOurs(path.toRealPath());
      }
      Files.createDirectories(logs());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path() {
    return path;
  }

  Path logs() {
    return path.resolve("logs");
  }

  /** Only what a stack has made: whatever else is in the directory is somebody's. */
  private static void deleteOurs(Path directory) throws IOException {
    for (String name : OURS) {
      Path ours = directory.resolve(name);
      if (Files.exists(ours)) {
        try (Stream<Path> files = Files.walk(ours)) {
          files.sorted(Comparator.reverseOrder()).forEach(DataStore::delete);
        }
      }
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
