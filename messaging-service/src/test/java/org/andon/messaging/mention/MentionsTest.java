package org.andon.messaging.mention;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.Neighbours;
import org.andon.messaging.support.RoomTopic;
import org.andon.messaging.support.Tokens;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backing.class)
class MentionsTest {
  @TestHTTPResource("/")
  URI base;

  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String wei = "wei." + mark + "@plant.example";
  private final String mei = "mei." + mark + "@plant.example";
  private final UUID room = UUID.randomUUID();

  private RoomClient client;

  @BeforeEach
  void aRoomWithSomebodyWhoHasNeverSignedIn() {
    Neighbours.knowPerson(mei, "陳美" + mark);
    RoomTopic.announce(room, 1, Map.of(wei, "OWNER", mei, "VIEWER"));
    await().until(() -> roomsOf(mei).size() == 1);
    client = RoomClient.open(base, room, Tokens.of(wei), "");
    client.next("welcome");
  }

  @AfterEach
  void close() {
    client.close();
  }

  private static List<?> roomsOf(String user) {
    return get(user, "/api/me/unread").getList("rooms");
  }

  private static JsonPath get(String user, String path) {
    return given()
        .auth()
        .oauth2(Tokens.of(user))
        .get(path)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static List<String> mentioned(String user) {
    return get(user, "/api/me/mentions").getList("items.content");
  }

  private JsonNode post(String content) {
    String id = client.post(content).toString();
    return client.next(
        frame ->
            frame.path("type").asText().equals("message")
                && frame.path("client_msg_id").asText().equals(id));
  }

  private void change(String type, JsonNode message, String more) {
    UUID id = UUID.randomUUID();
    client.send(
        """
        {"type":"%s","message_id":"%s","client_msg_id":"%s"%s}\
        """
            .formatted(type, message.get("message_id").asText(), id, more));
    client.next(
        frame ->
            frame.path("type").asText().equals("ack")
                && frame.path("client_msg_id").asText().equals(id.toString()));
  }

  @Test
  void a_name_from_the_directory_is_found_in_chinese_text() {
    JsonNode message = post("請@陳美" + mark + "看一下");

    assertThat(message.get("mentions")).hasSize(1);
    assertThat(message.get("mentions").get(0).asText()).isEqualTo(mei);
    Map<String, Object> item = get(mei, "/api/me/mentions").getMap("items[0]");
    assertThat(item)
        .containsEntry("message_id", message.get("message_id").asText())
        .containsEntry("room_id", room.toString())
        .containsEntry("room_title", "Line 3")
        .containsEntry("content", "請@陳美" + mark + "看一下")
        .containsEntry("reactions", List.of());
  }

  @Test
  void a_person_the_directory_does_not_know_is_found_by_account() {
    String guest = "guest." + mark;
    RoomTopic.announce(
        room, 2, Map.of(wei, "OWNER", mei, "VIEWER", guest + "@plant.example", "VIEWER"));
    await().until(() -> roomsOf(guest + "@plant.example").size() == 1);

    JsonNode message = post("@" + guest + ", @wei." + mark + "!");

    assertThat(message.get("mentions").get(0).asText()).isEqualTo(guest + "@plant.example");
    assertThat(message.get("mentions").get(1).asText()).isEqualTo(wei);
  }

  @Test
  void pages_go_from_the_newest_to_the_oldest() {
    IntStream.rangeClosed(1, 5).forEach(i -> post("@mei." + mark + " " + i));

    List<String> seen = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonPath page = get(mei, "/api/me/mentions?limit=2" + cursor);
      seen.addAll(page.getList("items.content"));
      String next = page.getString("pagination.next");
      assertThat(page.getBoolean("pagination.has_more")).isEqualTo(next != null);
      cursor = next == null ? null : "&cursor=" + next;
    }

    String name = "@mei." + mark + " ";
    assertThat(seen).containsExactly(name + 5, name + 4, name + 3, name + 2, name + 1);
  }

  @Test
  void edits_are_followed_and_deleted_messages_mention_nobody() {
    JsonNode first = post("@mei." + mark + " one");
    JsonNode second = post("nobody");
    JsonNode third = post("@mei." + mark + " three");

    change("edit_message", first, ",\"content\":\"never mind\"");
    change("edit_message", second, ",\"content\":\"@mei." + mark + " two\"");
    change("delete_message", third, "");

    assertThat(mentioned(mei)).containsExactly("@mei." + mark + " two");
    assertThat(get(mei, "/api/me/unread").getInt("rooms[0].mentions")).isEqualTo(1);
    assertThat(get(mei, "/api/me/unread").getInt("rooms[0].unread")).isEqualTo(2);
  }

  @Test
  void whoever_mentions_themselves_has_nothing_unread() {
    post("@wei." + mark + " remember");

    assertThat(mentioned(wei)).hasSize(1);
    assertThat(get(wei, "/api/me/unread").getInt("rooms[0].mentions")).isZero();
  }

  @Test
  void a_member_who_is_removed_sees_none_of_it_any_more() {
    post("@mei." + mark + " secret");
    assertThat(mentioned(mei)).hasSize(1);

    RoomTopic.announce(room, 2, Map.of(wei, "OWNER"));

    await().until(() -> mentioned(mei).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=201", "cursor=x", "cursor=1_2"})
  void a_wrong_parameter_is_named(String query) {
    given()
        .auth()
        .oauth2(Tokens.of(mei))
        .get("/api/me/mentions?" + query)
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo(query.substring(0, query.indexOf('='))));
  }

  @Test
  void nobody_reads_them_without_a_token() {
    given().get("/api/me/mentions").then().statusCode(401);
  }
}
