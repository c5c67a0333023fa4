package org.andon.file.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Speaks clamd's INSTREAM over TCP; it knows one virus, the one everybody tests with. */
public final class Clamd implements AutoCloseable {
  /** The EICAR test file, in two parts, so that no scanner takes this class for one. */
  public static final String EICAR =
      "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

  private static final int STREAM_MAX_LENGTH = 30 * 1024 * 1024;

  private ServerSocket door;
  private final int port;

  public Clamd() {
    start(0);
    port = door.getLocalPort();
  }

  public int port() {
    return port;
  }

  public void startAgain() {
    start(port);
  }

  private void start(int wanted) {
    try {
      door = new ServerSocket(wanted, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ServerSocket opened = door;
    Thread.ofVirtual().start(() -> serve(opened));
  }

  private static void serve(ServerSocket door) {
    while (!door.isClosed()) {
      try (Socket client = door.accept()) {
        client.getOutputStream().write((answer(client) + "\0").getBytes(UTF_8));
      } catch (IOException e) {
        // Closed, or the client has gone.
      }
    }
  }

  private static String answer(Socket client) throws IOException {
    DataInputStream input = new DataInputStream(client.getInputStream());
    String command = new String(input.readNBytes(10), US_ASCII);
    if (!command.equals("zINSTREAM\0")) {
      return "UNKNOWN COMMAND";
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (int length = input.readInt(); length != 0; length = input.readInt()) {
      if (content.size() + length > STREAM_MAX_LENGTH) {
        return "INSTREAM size limit exceeded. ERROR";
      }
      content.writeBytes(input.readNBytes(length));
    }
    return content.toString(UTF_8).contains(EICAR)
        ? "stream: Win.Test.EICAR_HDB-1 FOUND"
        : "stream: OK";
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
