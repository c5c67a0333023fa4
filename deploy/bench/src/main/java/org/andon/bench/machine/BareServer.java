package org.andon.bench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.andon.bench.load.Place;
import org.andon.bench.load.Room;

/** {@link BareFanout} in a process of its own, as a place to put load on. */
public final class BareServer implements Place, AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(20);
  private static final Duration LOOK = Duration.ofMillis(50);

  private final Process process;
  private final URI address;

  private BareServer(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  public static BareServer start() throws InterruptedException {
    try {
      int port = freePort();
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  "--sun-misc-unsafe-memory-access=allow",
                  "-cp",
                  System.getProperty("java.class.path"),
                  BareFanout.class.getName(),
                  Integer.toString(port))
              .inheritIO()
              .start();
      BareServer server = new BareServer(process, URI.create("http://127.0.0.1:" + port));
      server.awaitListening(port);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitListening(int port) throws InterruptedException {
    Instant limit = Instant.now().plus(START_LIMIT);
    while (!isListening(port)) {
      if (!process.isAlive() || Instant.now().isAfter(limit)) {
        close();
        throw new IllegalStateException("the bare server did not start");
      }
      Thread.sleep(LOOK);
    }
  }

  private static boolean isListening(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public String name() {
    return "bare Vert.x";
  }

  @Override
  public List<Room> open(int rooms, int members, int senders) {
    return IntStream.range(0, rooms)
        .mapToObj(room -> "/" + UUID.randomUUID())
        .map(path -> new Room(address, address, path, List.of(), members, senders))
        .toList();
  }

  @Override
  public void close() {
    Stream.concat(process.descendants(), Stream.of(process.toHandle()))
        .forEach(ProcessHandle::destroy);
  }
}
