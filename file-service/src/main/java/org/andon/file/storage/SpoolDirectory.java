package org.andon.file.storage;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Where files lie on this pod's disk while they are on their way. */
@ApplicationScoped
public class SpoolDirectory {
  private final Path directory;

  SpoolDirectory(StorageConfig config) throws IOException {
    directory = Files.createDirectories(config.spoolDirectory());
  }

  Path newFile() throws IOException {
    return Files.createTempFile(directory, "file-", null);
  }

  /** Deletes what a pod that was killed has left, if nothing was written to it since. */
  public void clear(Instant untouchedSince) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(directory)) {
      files = found.toList();
    }
    for (Path file : files) {
      // Another pod on the same machine may have deleted it meanwhile.
      if (Files.exists(file)
          && Files.getLastModifiedTime(file).toInstant().isBefore(untouchedSince)) {
        Files.deleteIfExists(file);
      }
    }
  }
}
