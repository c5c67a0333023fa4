package org.andon.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds TCP ports of the loopback address that nobody listens on. */
public final class FreePort {

  private FreePort() {}

  /** A port that was free a moment ago. */
  public static int any() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
