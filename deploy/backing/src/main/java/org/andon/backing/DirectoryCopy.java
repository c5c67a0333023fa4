package org.andon.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Predicate;

/**
 * Copies a directory that may be written to meanwhile, with all attributes: S3Proxy keeps an
 * object's in the file system's.
 */
public final class DirectoryCopy {
  private DirectoryCopy() {}

  /** Everything of {@code source} into {@code target}, which is not there yet. */
  public static void all(Path source, Path target) {
    some(source, target, relative -> true);
  }

  /**
   * @param wanted asked of each path relative to {@code source}; a directory that is not wanted is
   *     left out with all that is in it
   */
  static void some(Path source, Path target, Predicate<Path> wanted) {
    try {
      Files.walkFileTree(source, new Copying(source, target, wanted));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void file(Path source, Path target) throws IOException {
    Files.copy(
        source, target, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
  }

  private static final class Copying extends SimpleFileVisitor<Path> {
    private final Path source;
    private final Path target;
    private final Predicate<Path> wanted;

    Copying(Path source, Path target, Predicate<Path> wanted) {
      this.source = source;
      this.target = target;
      this.wanted = wanted;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
        throws IOException {
      Path relative = source.relativize(directory);
      if (!wanted.test(relative)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      file(directory, target.resolve(relative));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Path relative = source.relativize(file);
      if (wanted.test(relative)) {
        try {
          file(file, target.resolve(relative));
        } catch (NoSuchFileException gone) {
          Files.deleteIfExists(target.resolve(relative));
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }
  }
}
