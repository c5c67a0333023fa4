package org.andon.launcher.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.andon.launcher.StackProblem;

/** The directory that holds all of a stack's data, for one stack at a time. */
final class DataStore implements AutoCloseable {
  private static final String LOCK = "lock";

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
      if (reset) {
        deleteAllButLock();
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

  private void deleteAllButLock() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      files
          .sorted(Comparator.reverseOrder())
          .filter(file -> !file.equals(path) && !file.endsWith(LOCK))
          .forEach(DataStore::delete);
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
