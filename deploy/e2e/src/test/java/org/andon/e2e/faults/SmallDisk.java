package org.andon.e2e.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file system of its own, so small that it can be filled. Only root can make one. */
final class SmallDisk implements AutoCloseable {
  private static final int CHUNK = 64 * 1024;
  private static final int BLOCK = 4096;

  private final Path image;
  private final Path mounted;

  private SmallDisk(Path image, Path mounted) {
    this.image = image;
    this.mounted = mounted;
  }

  /** Empty where this cannot be done. */
  static Optional<SmallDisk> at(Path mountPoint, int mebibytes) {
    try {
      Path image = Files.createTempFile("andon-disk", ".ext4");
      Files.createDirectories(mountPoint);
      if (run("truncate", "--size", mebibytes + "M", image.toString())
          && run("mkfs.ext4", "-q", "-m", "0", image.toString())
          && run("mount", "-o", "loop", image.toString(), mountPoint.toString())) {
        return Optional.of(new SmallDisk(image, mountPoint));
      }
      Files.delete(image);
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean run(String... command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException notThere) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** To the last block. */
  void fill() {
    write(CHUNK, ballast("large"));
    write(BLOCK, ballast("small"));
  }

  private static void write(int chunk, Path file) {
    try (OutputStream out = Files.newOutputStream(file)) {
      while (true) {
        out.write(new byte[chunk]);
      }
    } catch (IOException full) {
      // as it should be
    }
  }

  /** Takes away what {@link #fill} has put there. */
  void relieve() {
    try {
      Files.deleteIfExists(ballast("large"));
      Files.deleteIfExists(ballast("small"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path ballast(String name) {
    return mounted.resolve("ballast-" + name);
  }

  @Override
  public void close() {
    run("umount", mounted.toString());
    try {
      Files.delete(image);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
