package org.andon.launcher.stack;

import java.nio.file.Path;
import org.andon.backing.FreePort;

/**
 * What to run.
 *
 * @param home the repository, built
 * @param data where everything is kept
 * @param port the gateway's; 0 for any that is free
 * @param recording whether this run is recorded for messaging's start-up cache
 * @param benchUsers how many users to add for load tests; above 0 the rate limits are lifted
 */
public record StackOptions(
    Path home,
    Path data,
    int port,
    int messagingPods,
    boolean reset,
    boolean recording,
    int benchUsers) {

  public StackOptions {
    data = data.toAbsolutePath().normalize();
  }

  /**
   * The usual port of a server, if it is free. A stack whose gateway may have any port keeps away
   * from the usual ones: others may be about to start there.
   */
  int portOr(int usual) {
    return port == 0 ? FreePort.any() : FreePort.preferring(usual);
  }
}
