package org.andon.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A TCP link to a server on this machine that can stop carrying bytes without closing anything. */
public final class StallingLink implements AutoCloseable {

  private final ServerSocket listener;
  private final int target;
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
  private volatile boolean stalled;

  private StallingLink(ServerSocket listener, int target) {
    this.listener = listener;
    this.target = target;
  }

  /** A link on a port of its own. */
  public static StallingLink to(int target) {
    return at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), target);
  }

  /** A link on this address, of which there are many in 127.0.0.0/8. */
  public static StallingLink at(InetSocketAddress address, int target) {
    try {
      var link =
          new StallingLink(new ServerSocket(address.getPort(), 50, address.getAddress()), target);
      Thread.startVirtualThread(link::accept);
      return link;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** From now on every request goes unanswered. */
  public void stall() {
    stalled = true;
  }

  /** Carries again; connections that were stalled are gone. */
  public void resume() {
    stalled = false;
    open.forEach(StallingLink::closeQuietly);
    open.clear();
  }

  private void accept() {
    try {
      while (true) {
        var client = listener.accept();
        open.add(client);
        Thread.startVirtualThread(() -> connect(client));
      }
    } catch (IOException _) {
      // closed
    }
  }

  private void connect(Socket client) {
    try (client;
        var server = new Socket(InetAddress.getLoopbackAddress(), target)) {
      open.add(server);
      Thread.startVirtualThread(() -> carry(server, client));
      carry(client, server);
    } catch (IOException _) {
      // the server is away: so is the client's connection
    }
  }

  private void carry(Socket from, Socket to) {
    try {
      var buffer = new byte[8192];
      for (int read = from.getInputStream().read(buffer);
          read >= 0;
          read = from.getInputStream().read(buffer)) {
        if (!stalled) {
          to.getOutputStream().write(buffer, 0, read);
        }
      }
    } catch (IOException _) {
      // either side is gone
    } finally {
      closeQuietly(to);
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // gone already
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    resume();
  }
}
