package org.andon.k8scheck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** A program of {@code package.json}, run in its folder. */
public record Command(Path folder) {

  /** What a program said when it ended with a failure. */
  public static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failed(String message) {
      super(message);
    }
  }

  public static Command in(Path folder) {
    return new Command(folder);
  }

  /** Runs it with this standard input, and gives what it wrote to standard output. */
  public String run(String input, String... command) {
    try {
      Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
      // Both are read meanwhile, each by a thread of its own: a full pipe would stop it.
      var errors =
          CompletableFuture.supplyAsync(() -> text(process.getErrorStream()), Command::start);
      var output =
          CompletableFuture.supplyAsync(() -> text(process.getInputStream()), Command::start);
      try (var in = process.getOutputStream()) {
        in.write(input.getBytes(StandardCharsets.UTF_8));
      }
      if (process.waitFor() != 0) {
        throw new Failed(errors.join().strip());
      }
      return output.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void start(Runnable task) {
    Thread.ofPlatform().daemon().start(task);
  }

  private static String text(java.io.InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
