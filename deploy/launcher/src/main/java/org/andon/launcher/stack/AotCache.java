package org.andon.launcher.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.andon.launcher.StackProblem;

/**
 * The JVM's ahead-of-time cache of one service (JEP 483 and 515), beside its jar: classes as they
 * are once linked, and the profiles of the methods that were busy while it was recorded. A JVM that
 * finds its cache unfit, another release's for example, goes without.
 *
 * @param application the folder of {@code quarkus-run.jar}
 */
record AotCache(Path application) {

  /** For a run that uses the cache, or is to be recorded for it. */
  List<String> options(boolean recording) {
    if (recording) {
      return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recorded());
    }
    return Files.exists(cache()) ? List.of("-XX:AOTCache=" + cache()) : List.of();
  }

  /**
   * Makes the cache from what was recorded.
   *
   * @param layout options that the runs have, and that change how objects lie in memory
   * @param log where the JVM's output goes
   */
  void assemble(List<String> layout, Path log) throws InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(ServiceJvm.java());
    // Only this collector can write archived objects; every one can read them.
    command.add("-XX:+UseG1GC");
    command.addAll(layout);
    command.addAll(List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + recorded()));
    command.addAll(List.of("-XX:AOTCache=" + cache(), "-jar", jar().toString()));
    try {
      Process assembly =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (assembly.waitFor() != 0) {
        throw new StackProblem("No start-up cache was made for %s; see %s".formatted(jar(), log));
      }
      Files.delete(recorded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path jar() {
    return application.resolve("quarkus-run.jar");
  }

  private Path cache() {
    return application.resolve("app.aot");
  }

  private Path recorded() {
    return application.resolve("app.aotconf");
  }
}
