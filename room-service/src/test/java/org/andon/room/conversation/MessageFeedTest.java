package org.andon.room.conversation;

import static org.andon.room.testing.People.EDITOR;
import static org.andon.room.testing.People.OWNER;
import static org.andon.room.testing.People.VIEWER;
import static org.andon.room.testing.People.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.andon.contracts.TopicNames;
import org.andon.room.testing.RoomStack;
import org.andon.room.testing.Rooms;
import org.andon.room.testing.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RoomStack.class)
class MessageFeedTest {
  private final Instant later =
      Instant.now().plus(Duration.ofMinutes(5)).truncatedTo(ChronoUnit.SECONDS).plusMillis(7);

  @Test
  void the_first_message_by_someone_else_is_the_response_whatever_the_order_it_comes_in() {
    String room = Rooms.staffed();

    message(room, OWNER, later);
    message(room, EDITOR, later.plusSeconds(30));
    message(room, VIEWER, later.plusSeconds(20));
    message(room, EDITOR, later.plusSeconds(30));

    expect(room, "first_response_at", later.plusSeconds(20));
    expect(room, "last_activity_at", later.plusSeconds(30));
    as(OWNER).get("/api/rooms/{id}", room).then().body("version", equalTo(1));
  }

  @Test
  void an_earlier_message_that_comes_late_moves_only_the_response() {
    String room = Rooms.staffed();
    message(room, EDITOR, later.plusSeconds(60));
    expect(room, "first_response_at", later.plusSeconds(60));
    String other = Rooms.staffed();

    message(other, EDITOR, later.plusSeconds(9));
    message(other, VIEWER, later.plusSeconds(3));

    expect(other, "first_response_at", later.plusSeconds(3));
    expect(other, "last_activity_at", later.plusSeconds(9));
    expect(room, "last_activity_at", later.plusSeconds(60));
  }

  @Test
  void the_creators_own_words_are_no_response() {
    String room = Rooms.staffed();

    message(room, OWNER, later);

    expect(room, "last_activity_at", later);
    as(OWNER).get("/api/rooms/{id}", room).then().body("first_response_at", equalTo(null));
  }

  @Test
  void what_someone_else_does_is_a_response_but_leaving_is_none() {
    String room = Rooms.staffed();
    as(VIEWER).delete("/api/rooms/{id}/members/{user}", room, VIEWER).then().statusCode(204);
    as(OWNER).get("/api/rooms/{id}", room).then().body("first_response_at", equalTo(null));
    as(OWNER).body(Map.of("role", "OWNER")).put("/api/rooms/{id}/members/{u}", room, EDITOR);

    as(EDITOR).body(Map.of("severity", "low")).patch("/api/rooms/{id}", room);

    as(OWNER).get("/api/rooms/{id}", room).then().body("first_response_at", notNullValue());
  }

  @Test
  void foreign_records_are_skipped() {
    String room = Rooms.staffed();
    Topic.put(TopicNames.MESSAGES, "no room", posted("yesterday"), "{}");
    Topic.put(TopicNames.MESSAGES, room, posted(later.toString()), "[");
    Topic.put(TopicNames.MESSAGES, room, posted(later.toString()), "{\"sender_id\":\"a\\u0000b\"}");
    Topic.put(TopicNames.MESSAGES, room, posted(later.toString()), "{\"sender_id\":\"\\ud800\"}");
    Topic.put(TopicNames.MESSAGES, room, Map.of(), "{}");

    message(room, EDITOR, later.plusSeconds(2));

    expect(room, "first_response_at", later.plusSeconds(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+999999999-01-01T00:00:00Z",
        "-999999999-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "1969-12-31T23:59:59Z"
      })
  void a_time_no_message_was_written_at_holds_up_no_other(String impossible) {
    String room = Rooms.staffed();
    message(room, VIEWER, Instant.parse(impossible));

    message(room, EDITOR, later.plusSeconds(2));

    expect(room, "first_response_at", later.plusSeconds(2));
    expect(room, "last_activity_at", later.plusSeconds(2));
  }

  private static void expect(String room, String field, Instant time) {
    await()
        .untilAsserted(
            () ->
                as(OWNER)
                    .get("/api/rooms/{id}", room)
                    .then()
                    .body(field, equalTo(time.toString())));
  }

  private static void message(String room, String sender, Instant at) {
    Topic.put(
        TopicNames.MESSAGES,
        room,
        posted(at.toString()),
        """
        {"type":"message","room_id":"%s","sender_id":"%s","content":"溫度"}\
        """
            .formatted(room, sender));
  }

  private static Map<String, String> posted(String time) {
    return Map.of("ce_type", "andon.message.posted", "ce_time", time);
  }
}
