package org.andon.launcher;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands behind {@code ./andon} that need Java. */
@Command(
    name = "andon",
    subcommands = {UpCommand.class, DownCommand.class, BackupCommand.class, RestoreCommand.class},
    mixinStandardHelpOptions = true,
    description = "The production line incident response system, on one machine.")
public final class Andon {
  private Andon() {}

  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Andon())
            .setExecutionExceptionHandler(
                (failure, command, parsed) -> {
                  if (!(failure instanceof StackProblem)) {
                    failure.printStackTrace(command.getErr());
                  }
                  command.getErr().println("andon: " + failure.getMessage());
                  return 1;
                })
            .execute(args));
  }
}
