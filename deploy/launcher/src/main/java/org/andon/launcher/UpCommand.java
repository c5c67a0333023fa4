package org.andon.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.andon.launcher.example.ExampleIncident;
import org.andon.launcher.stack.LocalStack;
import org.andon.launcher.stack.Progress;
import org.andon.launcher.stack.StackOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts everything, and stays until it is told to stop. */
@Command(name = "up", description = "Start everything on this machine.")
final class UpCommand implements Callable<Integer> {
  @Option(
      names = "--messaging-pods",
      defaultValue = "1",
      description = "how many messaging-service processes (default 1)")
  private int messagingPods;

  @Option(
      names = "--port",
      defaultValue = "8000",
      description = "the gateway's port (default 8000; 0 for any that is free)")
  private int port;

  @Option(
      names = "--data",
      defaultValue = ".andon",
      description = "where all data is kept (default .andon)")
  private Path data;

  @Option(names = "--reset", description = "throw the data away first")
  private boolean reset;

  @Option(
      names = "--no-example",
      description = "do not create the example incident in an empty store")
  private boolean noExample;

  @Option(
      names = "--bench-users",
      defaultValue = "0",
      description =
          "add users bench0001… for load tests, lift the rate limits, give tokens 2 hours")
  private int benchUsers;

  @Option(
      names = "--record",
      hidden = true,
      description = "record this run for messaging's start-up cache, and make it at its end")
  private boolean recording;

  @Option(names = "--home", defaultValue = ".", hidden = true)
  private Path home;

  @Override
  public Integer call() throws Exception {
    requireBetween("--messaging-pods", messagingPods, 1, 16);
    requireBetween("--port", port, 0, 65535);
    requireBetween("--bench-users", benchUsers, 0, 9999);
    StackOptions options =
        new StackOptions(
            home.toRealPath(), data, port, messagingPods, reset, recording, benchUsers);
    CountDownLatch stopped = new CountDownLatch(1);
    Progress progress = new Progress(System.out);
    try (LocalStack stack = new LocalStack(options, progress)) {
      Thread stopper = Thread.ofPlatform().unstarted(() -> stop(stack, stopped));
      Runtime.getRuntime().addShutdownHook(stopper);
      stack.start();
      if (!noExample) {
        createExample(stack, progress);
      }
      progress.ready(stack.gateway());
      stopped.await();
    }
    return 0;
  }

  private static void requireBetween(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new StackProblem(option + " is a number from " + least + " to " + most + ".");
    }
  }

  /** Without an example everything still works. */
  private static void createExample(LocalStack stack, Progress progress)
      throws InterruptedException {
    try {
      new ExampleIncident(stack.gateway(), progress).createInAnEmptyStore();
    } catch (IOException | RuntimeException e) {
      progress.say("the example incident could not be created: %s", e.getMessage());
    }
  }

  private static void stop(LocalStack stack, CountDownLatch stopped) {
    stack.close();
    stopped.countDown();
  }
}
