package org.andon.bench.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A library that makes every flush to disk slower; needs a C compiler. */
public final class SlowDisk implements AutoCloseable {
  /** A flush of an ordinary disk; a virtual one may answer in a thirtieth of it. */
  private static final Duration FLUSH = Duration.ofMillis(2);

  private final Path folder;

  private SlowDisk(Path folder) {
    this.folder = folder;
  }

  public static SlowDisk build() throws IOException, InterruptedException {
    SlowDisk disk = new SlowDisk(Files.createTempDirectory("andon-slowdisk"));
    Path source = disk.folder.resolve("slowdisk.c");
    try (InputStream text = SlowDisk.class.getResourceAsStream("slowdisk.c")) {
      Files.copy(Objects.requireNonNull(text), source);
    }
    Process compiler =
        new ProcessBuilder(
                "cc", "-O2", "-shared", "-fPIC", "-o", disk.library(), source.toString(), "-ldl")
            .inheritIO()
            .start();
    if (compiler.waitFor() != 0) {
      disk.close();
      throw new IOException("the slow disk's library could not be compiled");
    }
    return disk;
  }

  private String library() {
    return folder.resolve("slowdisk.so").toString();
  }

  /** For the processes of a stack. */
  public Map<String, String> environment() {
    return Map.of(
        "LD_PRELOAD", library(), "ANDON_FLUSH_MICROS", Long.toString(FLUSH.toNanos() / 1000));
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
