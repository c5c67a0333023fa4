package org.andon.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A server that is silently down: nothing refuses, nothing answers. */
final class SilentServer implements AutoCloseable {

  private static final int LONG_ENOUGH_MILLIS = 300;

  private final ServerSocket silent;
  private final List<Socket> waiting = new ArrayList<>();

  private SilentServer(ServerSocket silent) {
    this.silent = silent;
  }

  static SilentServer start() {
    try {
      var server = new SilentServer(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      server.fillBacklog();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nobody accepts: once the queue is full, the system answers no further connection at all. */
  private void fillBacklog() throws IOException {
    try {
      while (true) {
        var socket = new Socket();
        waiting.add(socket);
        socket.connect(silent.getLocalSocketAddress(), LONG_ENOUGH_MILLIS);
      }
    } catch (SocketTimeoutException full) {
      // as it should be
    }
  }

  int port() {
    return silent.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    for (var socket : waiting) {
      socket.close();
    }
    silent.close();
  }
}
