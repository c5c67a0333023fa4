package org.andon.backing;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A second JVM that starts a server, says so on its output, and is then killed with SIGKILL. */
final class KilledJvm {

  private static final String READY = "READY";

  private KilledJvm() {}

  /** What the program does before it is killed. */
  interface Work {
    void run() throws Exception;
  }

  /** Called by the program: does the work, says READY and waits for the end. */
  static void serve(Work work) {
    try {
      work.run();
    } catch (Throwable failure) { // servers' threads would keep this JVM alive for ever
      failure.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
    System.out.println(READY);
    await().forever().until(() -> false);
  }

  /** Runs the program with the directory as its argument and kills it once it has said READY. */
  static void run(Class<?> program, Path directory) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = reader.readLine(); !READY.equals(line); line = reader.readLine()) {
        if (line == null) {
          throw new IllegalStateException("the JVM ended before it was ready");
        }
      }
      process.destroyForcibly().waitFor();
    }
  }
}
