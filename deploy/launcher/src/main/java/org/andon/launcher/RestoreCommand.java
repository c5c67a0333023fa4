package org.andon.launcher;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.andon.launcher.stack.Backup;
import org.andon.launcher.stack.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes of a backup the data for the next {@code up}. */
@Command(name = "restore", description = "Make of a backup the data for the next 'up'.")
final class RestoreCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "what 'backup' has made")
  private Path directory;

  @Option(names = "--data", defaultValue = ".andon", description = "where the data goes")
  private Path data;

  @Option(names = "--reset", description = "throw away what is there")
  private boolean reset;

  @Override
  public Integer call() {
    Backup.restore(directory, data, reset, new Progress(System.out));
    return 0;
  }
}
