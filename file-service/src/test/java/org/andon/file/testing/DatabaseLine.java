package org.andon.file.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** The line between the service and its database, which can break at a chosen moment. */
public final class DatabaseLine implements AutoCloseable {
  /** When the line breaks. */
  public enum Break {
    NEVER,
    /** The next COMMIT of a new file does not arrive. */
    BEFORE_COMMIT,
    /** The next COMMIT of a new file arrives, and its answer does not. */
    AFTER_COMMIT,
    /** Until it is mended, no connection holds. */
    ALWAYS
  }

  private final ServerSocket door;
  private final int databasePort;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicReference<Break> mode = new AtomicReference<>(Break.NEVER);

  DatabaseLine(int databasePort) {
    this.databasePort = databasePort;
    try {
      this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  public void breakIt(Break when) {
    mode.set(when);
    if (when == Break.ALWAYS) {
      sockets.forEach(DatabaseLine::close);
    }
  }

  public void mend() {
    mode.set(Break.NEVER);
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        if (mode.get() == Break.ALWAYS) {
          close(client);
          continue;
        }
        Socket server = new Socket(InetAddress.getLoopbackAddress(), databasePort);
        sockets.add(client);
        sockets.add(server);
        Thread.ofVirtual().start(() -> pump(client, server, true));
        Thread.ofVirtual().start(() -> pump(server, client, false));
      } catch (IOException e) {
        // Closed, or the database is not there: the client sees a connection that ends.
      }
    }
  }

  private void pump(Socket from, Socket to, boolean asked) {
    try (from;
        to) {
      InputStream input = from.getInputStream();
      OutputStream output = to.getOutputStream();
      byte[] piece = new byte[64 * 1024];
      boolean inserted = false;
      for (int read = input.read(piece); read >= 0; read = input.read(piece)) {
        String text = asked ? new String(piece, 0, read, ISO_8859_1) : "";
        inserted |= mode.get() != Break.NEVER && text.contains("insert into files");
        boolean commit = inserted && text.contains("COMMIT");
        if (commit && mode.compareAndSet(Break.BEFORE_COMMIT, Break.NEVER)) {
          return;
        }
        boolean cut = commit && mode.compareAndSet(Break.AFTER_COMMIT, Break.NEVER);
        if (cut) {
          // The answer must not get through, but the database must get to answer.
          close(from);
        }
        output.write(piece, 0, read);
        output.flush();
        if (cut) {
          to.shutdownOutput();
          return;
        }
      }
    } catch (IOException e) {
      // One end is gone; the other goes with it.
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sockets.forEach(DatabaseLine::close);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
