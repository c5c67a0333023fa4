package org.andon.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.andon.backing.Postgres;
import org.andon.launcher.stack.ProcessRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stops what {@code up} started, from another terminal. */
@Command(name = "down", description = "Stop what 'up' started.")
final class DownCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Option(names = "--data", defaultValue = ".andon", description = "the data of the stack to stop")
  private Path data;

  @Override
  public Integer call() throws Exception {
    ProcessRecord record = ProcessRecord.in(data);
    ProcessHandle launcher = record.launcher().orElse(null);
    if (launcher == null) {
      stopLeftovers(record);
      System.out.println("Andon is not running.");
      return 0;
    }
    launcher.destroy();
    try {
      launcher.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      launcher.destroyForcibly();
      stopLeftovers(record);
    }
    System.out.println("Andon has stopped.");
    return 0;
  }

  private void stopLeftovers(ProcessRecord record) {
    record.stopLeftovers();
    Postgres.stopOrphan(data.resolve("postgres"));
  }
}
