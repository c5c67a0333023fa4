package org.andon.launcher.stack;

import java.nio.file.Path;

/**
 * What to run.
 *
 * @param home the repository, built
 * @param data where everything is kept
 * @param port the gateway's; 0 for any that is free
 * @param benchUsers how many users to add for load tests; above 0 the rate limits are lifted
 */
public record StackOptions(
    Path home, Path data, int port, int messagingPods, boolean reset, int benchUsers) {

  public StackOptions {
    data = data.toAbsolutePath().normalize();
  }
}
