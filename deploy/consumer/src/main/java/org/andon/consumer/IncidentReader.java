package org.andon.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/** Prints what happens in all incidents, one line for each event, until it is stopped. */
public final class IncidentReader {
  private static final Duration WAIT = Duration.ofMillis(500);

  private IncidentReader() {}

  /**
   * @param args Kafka's address ({@code host:port}) and, where it asks for a certificate, a file of
   *     client settings ({@code security.protocol=SSL} …)
   */
  public static void main(String[] args) throws IOException {
    if (args.length < 1 || args.length > 2) {
      System.err.println("Usage: java -jar incident-reader.jar HOST:PORT [CLIENT.PROPERTIES]");
      System.exit(2);
    }
    Properties connection = connection(args);
    // Whatever the terminal's language: names and messages are of all of them.
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    try (Rooms rooms = new Rooms(connection);
        Events events = new Events(connection)) {
      while (true) {
        rooms.update();
        events.forEachNew(WAIT, event -> out.println(event.in(rooms)));
      }
    }
  }

  private static Properties connection(String[] args) throws IOException {
    Properties connection = new Properties();
    if (args.length == 2) {
      try (Reader file = Files.newBufferedReader(Path.of(args[1]))) {
        connection.load(file);
      }
    }
    connection.setProperty("bootstrap.servers", args[0]);
    return connection;
  }
}
