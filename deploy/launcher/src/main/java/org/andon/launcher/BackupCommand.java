package org.andon.launcher;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.andon.launcher.stack.Backup;
import org.andon.launcher.stack.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies what a stack keeps, while it runs. */
@Command(name = "backup", description = "Copy the databases and files of what 'up' started.")
final class BackupCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "where to; it has to be empty, or not there yet")
  private Path directory;

  @Option(names = "--data", defaultValue = ".andon", description = "the data of the stack")
  private Path data;

  @Override
  public Integer call() {
    Backup.take(data, directory, new Progress(System.out));
    return 0;
  }
}
