package org.andon.k8scheck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** This checkout, and copies of its manifests to break. */
final class Repository {
  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  static final Path K8S = ROOT.resolve("k8s");

  private Repository() {}

  /** In a file of {@code k8s}, one text in place of another. */
  record Change(String file, String text, String replacement) {}

  /** A copy of {@code k8s} with changes. */
  static Path brokenCopy(Path target, Change... changes) {
    try (Stream<Path> files = Files.walk(K8S)) {
      for (Path source : files.toList()) {
        Path copy = target.resolve(K8S.relativize(source).toString());
        if (Files.isDirectory(source)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(source, copy);
        }
      }
      for (Change change : changes) {
        apply(change, target.resolve(change.file));
      }
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void apply(Change change, Path file) throws IOException {
    String whole = Files.readString(file);
    int at = whole.indexOf(change.text);
    if (at < 0) {
      throw new IllegalArgumentException(change + ": there is no such text");
    }
    String rest = whole.substring(at + change.text.length());
    Files.writeString(file, whole.substring(0, at) + change.replacement + rest);
  }
}
