package org.andon.bench.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.andon.bench.stack.BenchStack;
import org.andon.bench.stack.People;
import org.andon.bench.store.Interview.Question;

/** 100,000 rooms of ten members, and what a user's list of rooms costs among them. */
public final class RoomsList {
  private static final String DATABASE = "andon_room";

  /** What the issue allows a user's list. */
  private static final double LIMIT = 20;

  /** An admin's search over every room there is; nobody waits for it in a row. */
  private static final double ADMIN_LIMIT = 500;

  private final BenchStack stack;
  private final People people;
  private final PrintStream out;
  private final Interview interview;

  public RoomsList(BenchStack stack, People people, PrintStream out) {
    this.stack = stack;
    this.people = people;
    this.out = out;
    this.interview =
        new Interview(stack.service("room-service"), new Plans(stack.postgresLog(), "rooms"), out);
  }

  public void measure() throws Exception {
    people.signIn(2);
    String member = people.token(0);
    String busy = people.token(1);
    String admin = people.signIn("admin");
    try (Connection connection = stack.database().connect(DATABASE)) {
      out.println("filling in rooms");
      run(connection, sql("rooms.sql"));
      run(connection, "VACUUM (ANALYZE)");
      Plans.explain(connection, DATABASE);
      for (Question question : questions("a member of 1,000 rooms", LIMIT, "")) {
        interview.ask(question, member);
      }
      askForTheSecondPage(connection, member, busy);
      for (Question question : questions("a member of 20,000 rooms", LIMIT, "")) {
        interview.ask(question, busy);
      }
      for (Question question : questions("an admin, all rooms", ADMIN_LIMIT, "mine=false&")) {
        interview.ask(question, admin);
      }
    }
  }

  private static List<Question> questions(String who, double limit, String query) {
    return List.of(
        question(who, query + "limit=50", limit),
        question(who, query + "status=active", limit),
        question(who, query + "status=active&status=resolved&severity=critical", limit),
        question(who, query + "incident_type=safety&sort=created_at", limit),
        question(who, query + "location=Line%203", limit),
        question(who, query + "q=" + encoded("溫度"), limit),
        question(who, query + "q=" + encoded("軸"), limit),
        question(who, query + "q=" + encoded("沖壓機 bearing"), limit));
  }

  private static Question question(String who, String query, double limit) {
    return new Question(who + ": " + query, "/api/rooms?" + query, limit);
  }

  /** Also with much going on meanwhile: a thousand rooms have moved since the first page. */
  private void askForTheSecondPage(Connection connection, String token, String busy)
      throws Exception {
    String first = interview.answer("/api/rooms", token).body();
    String cursor = new ObjectMapper().readTree(first).at("/pagination/next").asText();
    String next = "limit=50&cursor=" + cursor;
    interview.ask(question("the second page", next, LIMIT), token);
    run(
        connection,
        """
        update rooms set last_activity_at = now()
        where room_id in (select room_id from rooms order by room_id limit 1000)
        """);
    interview.ask(question("the second page, 1,000 rooms moved", next, LIMIT), token);
    // An hour at which a hundred rooms move every second.
    run(
        connection,
        """
        insert into room_moves (room_id, activity_before, update_before)
        select room_id, last_activity_at, updated_at
        from (select * from rooms order by room_id limit 90000) r, generate_series(1, 4)
        """);
    interview.ask(question("the second page, 360,000 moves", next, LIMIT), token);
    interview.ask(question("the second page of 20,000 rooms, 360,000 moves", next, LIMIT), busy);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String sql(String name) {
    try (InputStream text = RoomsList.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
