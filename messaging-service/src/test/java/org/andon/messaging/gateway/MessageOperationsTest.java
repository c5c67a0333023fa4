package org.andon.messaging.gateway;

import static org.andon.testkit.RoomClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.RoomTopic;
import org.andon.testkit.RoomClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Editing, deleting and reacting, over the socket. */
@QuarkusTest
@QuarkusTestResource(Backing.class)
class MessageOperationsTest extends RoomFixture {
  private static String post(RoomClient client, String content) {
    JsonNode ack = client.call(frame("message", "content", content));
    client.nextDurable();
    return ack.get("message_id").asText();
  }

  private static String code(JsonNode answer) {
    return answer.path("code").asText(answer.get("type").asText());
  }

  @Test
  void an_edit_reaches_everybody_with_the_rooms_next_number() {
    try (RoomClient wei = open(WEI);
        RoomClient mei = open(MEI)) {
      String id = post(wei, "Equipment temperature rising to 85°C");

      JsonNode ack =
          wei.call(frame("edit_message", "message_id", id, "content", "stabilized at 75°C"));

      JsonNode edited = mei.next("message_edited");
      assertThat(ack.get("type").asText()).isEqualTo("ack");
      assertThat(ack.get("message_id").asText()).isEqualTo(id);
      assertThat(ack.get("sequence_number").asLong()).isEqualTo(2);
      assertThat(edited.get("sequence_number").asLong()).isEqualTo(2);
      assertThat(edited.get("message_id").asText()).isEqualTo(id);
      assertThat(edited.get("content").asText()).isEqualTo("stabilized at 75°C");
      assertThat(edited.get("edited_by").asText()).isEqualTo(WEI);
      assertThat(edited.get("edited_at")).isEqualTo(ack.get("created_at"));
    }
  }

  @Test
  void only_the_author_edits_and_only_for_fifteen_minutes() throws SQLException {
    try (RoomClient wei = open(WEI);
        RoomClient mei = open(MEI)) {
      String id = post(mei, "mine");

      JsonNode foreign = wei.call(frame("edit_message", "message_id", id, "content", "yours"));
      sixteenMinutesPass(id);
      JsonNode late = mei.call(frame("edit_message", "message_id", id, "content", "too late"));

      assertThat(code(foreign)).isEqualTo("forbidden");
      assertThat(code(late)).isEqualTo("edit_window_closed");
    }
  }

  private void sixteenMinutesPass(String messageId) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "UPDATE messages SET created_at = created_at - interval '16 minutes' WHERE message_id = '"
              + messageId
              + "'");
    }
  }

  @Test
  void an_author_who_has_become_a_viewer_edits_no_more_but_may_delete() {
    try (RoomClient mei = open(MEI)) {
      String id = post(mei, "as an editor");
      RoomTopic.announce(room, 2, Map.of(WEI, "OWNER", MEI, "VIEWER", VIEWER, "VIEWER"));

      Awaitility.await()
          .until(
              () ->
                  code(mei.call(frame("edit_message", "message_id", id, "content", "as viewer")))
                      .equals("forbidden"));

      assertThat(code(mei.call(frame("delete_message", "message_id", id)))).isEqualTo("ack");
    }
  }

  @Test
  void what_changes_nothing_is_acknowledged_without_a_number() {
    try (RoomClient wei = open(WEI)) {
      String id = post(wei, "the same");
      wei.call(frame("add_reaction", "message_id", id, "emoji", "👍"));

      JsonNode edit = wei.call(frame("edit_message", "message_id", id, "content", "the same"));
      JsonNode react = wei.call(frame("add_reaction", "message_id", id, "emoji", "👍"));
      JsonNode unreact = wei.call(frame("remove_reaction", "message_id", id, "emoji", "🔥"));

      assertThat(new JsonNode[] {edit, react, unreact})
          .allSatisfy(
              ack -> {
                assertThat(ack.get("type").asText()).isEqualTo("ack");
                assertThat(ack.get("changed").asBoolean()).isFalse();
                assertThat(ack.has("sequence_number")).isFalse();
                assertThat(ack.get("message_id").asText()).isEqualTo(id);
              });
    }
  }

  @Test
  void an_owner_deletes_what_others_wrote_and_an_editor_does_not() {
    try (RoomClient wei = open(WEI);
        RoomClient mei = open(MEI)) {
      String ofMei = post(mei, "by an editor");
      wei.nextDurable();
      String ofWei = post(wei, "by the owner");
      mei.nextDurable();

      JsonNode refused = mei.call(frame("delete_message", "message_id", ofWei));
      JsonNode ack = wei.call(frame("delete_message", "message_id", ofMei));
      JsonNode again = wei.call(frame("delete_message", "message_id", ofMei));

      JsonNode deleted = mei.next("message_deleted");
      assertThat(code(refused)).isEqualTo("forbidden");
      assertThat(ack.get("changed").asBoolean()).isTrue();
      assertThat(again.get("changed").asBoolean()).isFalse();
      assertThat(deleted.get("message_id").asText()).isEqualTo(ofMei);
      assertThat(deleted.get("deleted_by").asText()).isEqualTo(WEI);
      assertThat(deleted.has("content")).isFalse();
    }
  }

  @Test
  void what_is_deleted_is_neither_edited_nor_reacted_to() {
    try (RoomClient wei = open(WEI)) {
      String id = post(wei, "gone");
      wei.call(frame("delete_message", "message_id", id));

      JsonNode edit = wei.call(frame("edit_message", "message_id", id, "content", "back"));
      JsonNode react = wei.call(frame("add_reaction", "message_id", id, "emoji", "👍"));

      assertThat(code(edit)).isEqualTo("message_deleted");
      assertThat(code(react)).isEqualTo("message_deleted");
    }
  }

  @Test
  void reactions_are_counted_and_a_viewer_may_react() {
    try (RoomClient wei = open(WEI);
        RoomClient viewer = open(VIEWER)) {
      String id = post(wei, "who agrees?");
      wei.call(frame("add_reaction", "message_id", id, "emoji", "👍"));
      viewer.call(frame("add_reaction", "message_id", id, "emoji", "👍"));
      viewer.call(frame("add_reaction", "message_id", id, "emoji", "🧑‍🔧"));
      viewer.call(frame("remove_reaction", "message_id", id, "emoji", "👍"));

      wei.next("reaction_added");
      JsonNode second = wei.next("reaction_added");
      JsonNode third = wei.next("reaction_added");
      JsonNode removed = wei.next("reaction_removed");

      assertThat(second.get("reactions").toString()).isEqualTo("{\"👍\":2}");
      assertThat(second.get("user_id").asText()).isEqualTo(VIEWER);
      assertThat(third.get("reactions").toString()).isEqualTo("{\"👍\":2,\"🧑‍🔧\":1}");
      assertThat(removed.get("reactions").toString()).isEqualTo("{\"👍\":1,\"🧑‍🔧\":1}");
      assertThat(removed.get("sequence_number").asLong()).isEqualTo(5);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"👍", "❤️", "❤", "🇹🇼", "1️⃣", "👩‍🏭", "👍🏽", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "⚠️"})
  void one_emoji_is_a_reaction(String emoji) {
    try (RoomClient wei = open(WEI)) {
      String id = post(wei, "react");

      assertThat(code(wei.call(frame("add_reaction", "message_id", id, "emoji", emoji))))
          .isEqualTo("ack");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "1", "👍👍", "讚", " 👍", "<b>", "#", "👍x", "\u200d"})
  void anything_else_is_none(String text) {
    try (RoomClient wei = open(WEI)) {
      String id = post(wei, "react");

      JsonNode answer = wei.call(frame("add_reaction", "message_id", id, "emoji", text));

      assertThat(code(answer)).isEqualTo("invalid_field");
      assertThat(answer.get("field").asText()).isEqualTo("emoji");
    }
  }

  @ParameterizedTest
  @CsvSource({"edit_message,content,x", "delete_message,a,b", "add_reaction,emoji,👍"})
  void a_message_of_another_room_is_not_found(String type, String field, String value) {
    UUID other = UUID.randomUUID();
    org.andon.messaging.support.Neighbours.knowRoom(other, "OWNER");
    try (RoomClient elsewhere =
            RoomClient.open(base, other, org.andon.messaging.support.Tokens.of(WEI), "");
        RoomClient wei = open(WEI)) {
      String id = post(elsewhere, "in another room");

      JsonNode answer = wei.call(frame(type, "message_id", id, field, value));
      JsonNode reply = wei.call(frame("message", "content", "re", "reply_to", id));

      assertThat(code(answer)).isEqualTo("message_not_found");
      assertThat(code(reply)).isEqualTo("invalid_field");
      assertThat(reply.get("field").asText()).isEqualTo("reply_to");
    }
  }

  @Test
  void a_retry_gets_the_first_ack_also_when_it_would_be_refused_by_now() {
    try (RoomClient wei = open(WEI);
        RoomClient mei = open(MEI)) {
      var message = frame("message", "content", "once");
      JsonNode first = mei.call(message);
      var edit =
          frame("edit_message", "message_id", first.get("message_id").asText(), "content", "2");
      JsonNode firstEdit = mei.call(edit);
      var react =
          frame("add_reaction", "message_id", first.get("message_id").asText(), "emoji", "👍");
      JsonNode firstReact = mei.call(react);
      wei.call(
          frame("add_reaction", "message_id", first.get("message_id").asText(), "emoji", "👍"));
      RoomTopic.announce(
          room, 2, "archived", null, Map.of(WEI, "OWNER", MEI, "VIEWER", VIEWER, "VIEWER"));
      Awaitility.await()
          .until(() -> code(mei.call(frame("message", "content", "new"))).equals("room_archived"));

      assertThat(mei.call(message)).isEqualTo(first);
      assertThat(mei.call(edit)).isEqualTo(firstEdit);
      assertThat(mei.call(react)).isEqualTo(firstReact);
      assertThat(code(mei.call(frame("add_reaction", "message_id", "x".repeat(36), "emoji", "👍"))))
          .isEqualTo("invalid_field");
    }
  }

  @Test
  void a_retry_of_what_changed_nothing_changes_nothing_either() {
    try (RoomClient wei = open(WEI)) {
      String id = post(wei, "react");
      wei.call(frame("add_reaction", "message_id", id, "emoji", "👍"));
      var again = frame("add_reaction", "message_id", id, "emoji", "👍");
      JsonNode unchanged = wei.call(again);
      wei.call(frame("remove_reaction", "message_id", id, "emoji", "👍"));

      JsonNode retried = wei.call(again);

      assertThat(retried).isEqualTo(unchanged);
      assertThat(retried.get("changed").asBoolean()).isFalse();
    }
  }

  @Test
  void incident_data_stays_data_and_text_stays_text() {
    try (RoomClient wei = open(WEI)) {
      JsonNode data =
          wei.call(
              frame(
                  "message",
                  "message_type",
                  "incident_data",
                  "content",
                  Map.of("temperature", 85)));
      String dataId = data.get("message_id").asText();
      String textId = post(wei, "text");

      JsonNode textForData =
          wei.call(frame("edit_message", "message_id", dataId, "content", "85 degrees"));
      JsonNode dataForText =
          wei.call(
              frame("edit_message", "message_id", textId, "content", Map.of("temperature", 1)));
      JsonNode dataForData =
          wei.call(
              frame("edit_message", "message_id", dataId, "content", Map.of("temperature", 75)));

      assertThat(textForData.path("field").asText()).isEqualTo("content");
      assertThat(dataForText.path("field").asText()).isEqualTo("content");
      assertThat(code(dataForData)).isEqualTo("ack");
      assertThat(wei.next("message_edited").at("/content/temperature").asInt()).isEqualTo(75);
    }
  }
}
