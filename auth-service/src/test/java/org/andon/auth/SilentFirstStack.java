package org.andon.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The stack with two directories, of which the first is silently down: nothing refuses, nothing
 * answers.
 */
public final class SilentFirstStack extends AuthStack {

  private static final int LONG_ENOUGH_MILLIS = 300;

  private ServerSocket silent;
  private final List<Socket> waiting = new ArrayList<>();

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = new HashMap<>(super.start());
    try {
      silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      fillBacklog();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    settings.merge(
        "andon.directory.url",
        "ldap://127.0.0.1:" + silent.getLocalPort(),
        (second, first) -> first + " " + second);
    return settings;
  }

  /** Nobody accepts: once the queue is full, the system answers no further connection at all. */
  private void fillBacklog() throws IOException {
    while (true) {
      var socket = new Socket();
      waiting.add(socket);
      try {
        socket.connect(silent.getLocalSocketAddress(), LONG_ENOUGH_MILLIS);
      } catch (SocketTimeoutException full) {
        return;
      }
    }
  }

  @Override
  public void stop() {
    super.stop();
    try {
      for (var socket : waiting) {
        socket.close();
      }
      silent.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
