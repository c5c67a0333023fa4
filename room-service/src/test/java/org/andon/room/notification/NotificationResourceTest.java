package org.andon.room.notification;

import static org.andon.room.notification.Notified.awaited;
import static org.andon.room.notification.Notified.list;
import static org.andon.room.notification.Notified.mention;
import static org.andon.room.notification.Notified.of;
import static org.andon.room.testing.People.EDITOR;
import static org.andon.room.testing.People.OUTSIDER;
import static org.andon.room.testing.People.OWNER;
import static org.andon.room.testing.People.VIEWER;
import static org.andon.room.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.andon.contracts.TopicNames;
import org.andon.room.testing.RoomStack;
import org.andon.room.testing.RoomTopic;
import org.andon.room.testing.Rooms;
import org.andon.room.testing.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RoomStack.class)
class NotificationResourceTest {
  private final String message = UUID.randomUUID().toString();
  private String room;

  @BeforeEach
  void anIncident() {
    room = Rooms.staffed();
  }

  @Test
  void a_mention_is_told_to_whom_it_names() {
    mention(room, EDITOR, OWNER, message, "@chen.mei 請看");

    Map<String, Object> told = awaited(EDITOR, room, "mention", 1).getFirst();

    assertThat(told)
        .containsEntry("room_title", "3 號線烤箱溫度異常")
        .containsEntry("severity", "high")
        .containsEntry("message_id", message)
        .containsEntry("sequence_number", 7)
        .containsEntry("actor_id", OWNER)
        .containsEntry("actor_name", "李偉")
        .containsEntry("excerpt", "@chen.mei 請看")
        .containsEntry("read_at", null);
    assertThat(of(VIEWER, room, "mention")).isEmpty();
  }

  @Test
  void an_open_feed_is_told_at_once_as_the_socket_has_it() {
    mention(room, EDITOR, OWNER, message, "@chen.mei 請看");

    JsonNode frame =
        await()
            .until(
                () ->
                    RoomTopic.eventsOf(TopicNames.NOTIFICATIONS, EDITOR).stream()
                        .map(ConsumerRecord::value)
                        .filter(value -> value.contains(message))
                        .map(NotificationResourceTest::json)
                        .findFirst()
                        .orElse(null),
                Objects::nonNull);

    assertThat(frame.path("type").asText()).isEqualTo("notification");
    assertThat(frame.path("excerpt").asText()).isEqualTo("@chen.mei 請看");
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(getClass().getResourceAsStream("/schemas/socket.server.v1.json"))
                .validate(frame))
        .isEmpty();
  }

  @Test
  void an_event_that_comes_again_is_told_once_with_the_text_as_it_is_now() {
    UUID event = UUID.randomUUID();
    mention(event, room, EDITOR, OWNER, message, "one");
    awaited(EDITOR, room, "mention", 1);

    mention(event, room, EDITOR, OWNER, message, "two");

    await().until(() -> of(EDITOR, room, "mention").getFirst().get("excerpt").equals("two"));
    assertThat(of(EDITOR, room, "mention")).hasSize(1);
  }

  @Test
  void of_a_deleted_message_nothing_is_left_whichever_is_heard_first() {
    mention(room, EDITOR, OWNER, message, "secret");
    awaited(EDITOR, room, "mention", 1);

    rewritten("deleted", "{\"message_id\":\"%s\"}".formatted(message));

    awaited(EDITOR, room, "mention", 0);
    mention(room, EDITOR, OWNER, message, "secret");
    mention(room, EDITOR, OWNER, UUID.randomUUID().toString(), "later");
    assertThat(awaited(EDITOR, room, "mention", 1).getFirst()).containsEntry("excerpt", "later");
  }

  @Test
  void whom_an_edit_mentions_no_more_is_told_no_more() {
    mention(room, EDITOR, OWNER, message, "both");
    mention(room, VIEWER, OWNER, message, "both");
    awaited(EDITOR, room, "mention", 1);
    awaited(VIEWER, room, "mention", 1);

    rewritten(
        "edited",
        "{\"message_id\":\"%s\",\"content\":\"x\",\"mentions\":[\"%s\"]}"
            .formatted(message, VIEWER));

    awaited(EDITOR, room, "mention", 0);
    assertThat(of(VIEWER, room, "mention")).hasSize(1);
  }

  @Test
  void who_is_no_member_is_told_nothing_and_who_leaves_sees_nothing_more() {
    mention(room, OUTSIDER, OWNER, message, "x");
    mention(room, VIEWER, OWNER, message, "x");
    awaited(VIEWER, room, "mention", 1);

    as(OWNER).delete("/api/rooms/{id}/members/{user}", room, VIEWER).then().statusCode(204);

    assertThat(of(VIEWER, room, "mention")).isEmpty();
    as(OWNER).body(Map.of("role", "VIEWER")).put("/api/rooms/{id}/members/{u}", room, OUTSIDER);
    assertThat(of(OUTSIDER, room, "mention")).isEmpty();
  }

  @Test
  void pages_go_from_the_newest_and_all_up_to_one_are_read() {
    String user = "notified." + message.substring(0, 8) + "@plant.example";
    as(OWNER).body(Map.of("role", "EDITOR")).put("/api/rooms/{id}/members/{u}", room, user);
    for (String text : List.of("one", "two", "three")) {
      mention(room, user, OWNER, UUID.randomUUID().toString(), text);
    }
    awaited(user, room, "mention", 3);

    JsonPath first = list(user, "?limit=2");
    JsonPath second = list(user, "?limit=2&cursor=" + first.getString("pagination.next"));
    String newestButOne = first.getString("items[1].notification_id");
    as(user)
        .body(Map.of("notification_id", newestButOne))
        .put("/api/me/notifications/read")
        .then()
        .statusCode(200)
        .body("unread", equalTo(1));

    assertThat(first.getList("items.excerpt")).containsExactly("three", "two");
    assertThat(first.getInt("unread")).isEqualTo(4);
    assertThat(second.getList("items.kind")).containsExactly("mention", "assignment");
    assertThat(second.getBoolean("pagination.has_more")).isFalse();
    assertThat(list(user, "?unread=true").getList("items.excerpt")).containsExactly("three");
    assertThat(list(user, "").getList("items.read_at")).filteredOn(it -> it == null).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unread=yes", "limit=0", "cursor=x"})
  void a_wrong_parameter_is_named(String query) {
    as(OWNER)
        .get("/api/me/notifications?" + query)
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo(query.split("=", 2)[0]));
  }

  @Test
  void foreign_records_hold_up_nothing() {
    Topic.put(TopicNames.MENTIONS, EDITOR, Map.of(), "{}");
    Topic.put(TopicNames.MENTIONS, EDITOR, Notified.headers(UUID.randomUUID()), "{}");
    mention(UUID.randomUUID().toString(), EDITOR, OWNER, message, "no such room");
    mention(room, EDITOR, OWNER, message, "a\\u0000b");

    mention(room, EDITOR, OWNER, message, "sound");

    assertThat(awaited(EDITOR, room, "mention", 1).getFirst()).containsEntry("excerpt", "sound");
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void rewritten(String change, String frame) {
    Topic.put(TopicNames.MESSAGES, room, Map.of("ce_type", "andon.message." + change), frame);
  }
}
