package org.andon.backing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds TCP ports of the loopback address that nobody listens on. */
public final class FreePort {

  private static final int LOWEST = 10_000;
  private static final int FIRST_OF_OUTGOING = 32_768;

  private FreePort() {}

  /**
   * A port that was free a moment ago. None of those that the system gives to outgoing connections:
   * one of them could have it before the server that it is meant for has started.
   */
  public static int any() {
    return ThreadLocalRandom.current()
        .ints(LOWEST, FIRST_OF_OUTGOING)
        .filter(FreePort::isFree)
        .findFirst()
        .orElseThrow();
  }

  /** The port itself when it is free, else any other; 0 has no preference. */
  public static int preferring(int port) {
    return port != 0 && isFree(port) ? port : any();
  }

  /** Whether one could listen on this port now. */
  public static boolean isFree(int port) {
    try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  static int orAny(int port) {
    return port == 0 ? any() : port;
  }
}
