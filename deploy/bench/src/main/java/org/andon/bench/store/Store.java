package org.andon.bench.store;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.andon.bench.stack.BenchStack;
import org.andon.bench.stack.People;
import org.andon.bench.store.Interview.Question;

/** Fills the store, asks the service, and prints how the database answered it. */
public final class Store {
  static final String DATABASE = "andon_messaging";
  private static final int LARGE_ROOM = 500_000;
  private static final int OTHER_ROOMS = 20;
  private static final int OTHER_ROOM = 25_000;
  private static final int RESUMED = 500;

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(250);

  private final BenchStack stack;
  private final People people;
  private final PrintStream out;
  private final Interview interview;

  public Store(BenchStack stack, People people, PrintStream out) {
    this.stack = stack;
    this.people = people;
    this.out = out;
    this.interview =
        new Interview(
            stack.messagingPods().getFirst().url(),
            new Plans(stack.postgresLog(), "messages"),
            out);
  }

  public void measure() throws Exception {
    people.signIn(1);
    UUID large;
    try (Connection connection = stack.database().connect(DATABASE)) {
      out.println("filling the store");
      large = fill(connection, LARGE_ROOM);
      for (int i = 0; i < OTHER_ROOMS; i++) {
        fill(connection, OTHER_ROOM);
      }
      try (var statement = connection.createStatement()) {
        statement.execute("VACUUM (ANALYZE)");
      }
      Plans.explain(connection, DATABASE);
    }
    for (Question question : questions(large)) {
      interview.ask(question, people.token(0));
    }
  }

  /** A new room with so many messages. */
  UUID fill(Connection connection, int messages) throws Exception {
    UUID room = people.openRoom(0, 2);
    Instant limit = Instant.now().plus(PATIENCE);
    while (!isKnown(connection, room)) {
      if (Instant.now().isAfter(limit)) {
        throw new IOException("messaging-service does not hear of room " + room);
      }
      Thread.sleep(LOOK);
    }
    Corpus.fill(connection, room, messages);
    return room;
  }

  private static boolean isKnown(Connection connection, UUID room) throws SQLException {
    try (var query =
        connection.prepareStatement("SELECT 1 FROM room_sequences WHERE room_id = ?")) {
      query.setObject(1, room);
      return query.executeQuery().next();
    }
  }

  private static List<Question> questions(UUID room) {
    String messages = "/api/rooms/" + room + "/messages?limit=50";
    List<Question> questions = new ArrayList<>();
    questions.add(new Question("history, newest page", messages, 10));
    questions.add(
        new Question(
            "history, a page from the middle", messages + "&before=" + LARGE_ROOM / 2, 10));
    questions.add(
        new Question(
            "resume, " + RESUMED + " missed",
            "/api/rooms/" + room + "/events?limit=200&after=" + (LARGE_ROOM - RESUMED),
            10));
    for (String text : List.of("溫度", "AX-4012", "bearing 軸承", "溫", "D:\\logs\\oven3")) {
      questions.add(
          new Question(
              "search " + text,
              "/api/messages/search?limit=20&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8),
              50));
    }
    return questions;
  }
}
