package org.andon.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.andon.testkit.MessagesTopic;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The procedures of "Rebuilding" in docs/operations.md, as written there, while people work. */
@ExtendWith(SharedStack.class)
class RebuildIT {
  private static final Path DOCUMENT = Path.of("../../docs/operations.md");
  private static final Duration DONE = Duration.ofSeconds(60);

  private final Stack stack;
  private final Person wei;
  private final Person mei;
  private final Person john;

  RebuildIT(Stack stack) {
    this.stack = stack;
    wei = Person.signIn(stack, "li.wei");
    mei = Person.signIn(stack, "chen.mei");
    john = Person.signIn(stack, "john.doe");
  }

  @Test
  void copies_of_the_rooms_that_are_wrong_are_right_again() throws Exception {
    UUID room = wei.createRoom("烤箱", Map.of(mei.userId(), "EDITOR"));
    String file = upload(room);
    String messagingsCopy = members("room_members", room);
    String filesCopy = members("known_members", room);
    // As in a copy from before: mei was not there yet, and john has been removed since.
    exchange("andon_messaging", "room_members", room);
    exchange("andon_file", "known_members", room);
    meiIsInMeanwhile(room, file);

    asWritten("andon_messaging", "update incident_rooms set version = 0");
    asWritten("andon_file", "update known_rooms set version = 0");
    asWritten("andon_room", "call republish('infinity')");

    await()
        .atMost(DONE)
        .untilAsserted(
            () -> {
              assertThat(members("room_members", room)).isEqualTo(messagingsCopy);
              assertThat(members("known_members", room)).isEqualTo(filesCopy);
            });
    assertThat(RoomClient.refusal(stack.gateway(), "/ws/" + room, john.token())).isEqualTo(403);
    john.request().get("/api/files/{id}", file).then().statusCode(403);
    nothingIsToldTwice(room);
  }

  @Test
  void a_kafka_that_begins_empty_is_told_again_what_people_said_while_they_go_on()
      throws Exception {
    UUID room = wei.createRoom("烤箱", Map.of());
    try (RoomClient client = wei.open(room)) {
      for (int i = 0; i < 20; i++) {
        client.post("before");
        client.next("ack");
      }
      await().atMost(DONE).until(() -> timesOnKafka(room, 21) == 1);

      asWritten("andon_messaging", "call republish(now() - interval '7 days')");

      await()
          .atMost(DONE)
          .until(
              () -> {
                client.post("goes on");
                client.next("ack");
                return timesOnKafka(room, 21) >= 2;
              });
    }
  }

  /** How often each of a room's first events is on the topic, the least often of them. */
  private long timesOnKafka(UUID room, int events) {
    Map<String, Long> times =
        MessagesTopic.of(stack.kafka(), room).stream()
            .collect(
                Collectors.groupingBy(
                    record -> MessagesTopic.header(record, "ce_id"), Collectors.counting()));
    return times.size() < events
        ? 0
        : times.values().stream()
            .sorted((a, b) -> Long.compare(b, a))
            .skip(events - 1)
            .findFirst()
            .orElseThrow();
  }

  private String upload(UUID room) {
    return wei.request()
        .multiPart("file", "log.txt", "85 °C".getBytes(UTF_8), "text/plain")
        .post("/api/rooms/{room}/files", room)
        .then()
        .statusCode(201)
        .extract()
        .path("file_id");
  }

  private void exchange(String database, String table, UUID room) throws SQLException {
    execute(
        database,
        "update %s set user_id = '%s' where user_id = '%s' and room_id = '%s'"
            .formatted(table, john.userId(), mei.userId(), room));
  }

  private void meiIsInMeanwhile(UUID room, String file) {
    mei.request().get("/api/files/{id}/content", file).then().statusCode(200);
    try (RoomClient client = mei.open(room)) {
      client.post("I am in");
      client.next("ack");
    }
  }

  /** That the room was made, and what mei wrote. */
  private void nothingIsToldTwice(UUID room) {
    try (RoomClient client = mei.open(room)) {
      assertThat(client.next("welcome").get("last_sequence_number").asLong()).isEqualTo(2);
    }
  }

  private String members(String table, UUID room) throws SQLException {
    String database = table.equals("room_members") ? "andon_messaging" : "andon_file";
    try (Connection connection = stack.database(database);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select string_agg(user_id || ' ' || role, ', ' order by user_id) from %s where room_id = '%s'"
                    .formatted(table, room))) {
      row.next();
      return row.getString(1);
    }
  }

  private void asWritten(String database, String statement) throws IOException, SQLException {
    assertThat(Files.readString(DOCUMENT)).contains(database + " -c \"" + statement + "\"");
    execute(database, statement);
  }

  private void execute(String database, String sql) throws SQLException {
    try (Connection connection = stack.database(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
