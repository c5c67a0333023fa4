package org.andon.file.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Speaks clamd's INSTREAM over TCP; it knows one virus, the one everybody tests with. */
public final class Clamd implements AutoCloseable {
  /** The EICAR test file, in two parts, so that no scanner takes this class for one. */
  public static final String EICAR =
      "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

  private static final int STREAM_MAX_LENGTH = 30 * 1024 * 1024;

  private final AtomicReference<Mood> mood = new AtomicReference<>(Mood.ANSWERS);
  private final Semaphore asked = new Semaphore(0);
  private ServerSocket door;
  private final int port;

  public Clamd() {
    start(0);
    port = door.getLocalPort();
  }

  public int port() {
    return port;
  }

  /** What it does with the next file. */
  public enum Mood {
    ANSWERS,
    /** Reads all of it, and says nothing until it is to answer. */
    THINKS,
    /** Does not even read it. */
    HANGS
  }

  public void be(Mood next) {
    mood.set(next);
  }

  /** Until it has read all of a file and thinks. */
  public void awaitThinking() throws InterruptedException {
    if (!asked.tryAcquire(30, TimeUnit.SECONDS)) {
      throw new AssertionError("nobody has asked");
    }
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

  private void serve(ServerSocket door) {
    while (!door.isClosed()) {
      try (Socket client = door.accept()) {
        awaitMood(Mood.HANGS);
        client.getOutputStream().write((answer(client) + "\0").getBytes(UTF_8));
      } catch (IOException e) {
        // Closed, or the client has gone.
      }
    }
  }

  private void awaitMood(Mood over) {
    await().atMost(Duration.ofMinutes(1)).until(() -> mood.get() != over);
  }

  private String answer(Socket client) throws IOException {
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
    if (mood.get() == Mood.THINKS) {
      asked.release();
      awaitMood(Mood.THINKS);
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
