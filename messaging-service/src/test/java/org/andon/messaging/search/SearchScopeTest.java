package org.andon.messaging.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.Neighbours;
import org.andon.messaging.support.Tokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose messages are searched, which of them, and how many at once. */
@QuarkusTest
@QuarkusTestResource(Backing.class)
class SearchScopeTest extends Searching {
  @Test
  void somebody_who_was_removed_finds_nothing() {
    room.post(mei, "溫度");
    assertThat(found("溫度")).hasSize(1);

    room.setMembers(mei);

    Awaitility.await().until(() -> found("溫度").isEmpty());
    Neighbours.knowRoomWithoutTheCaller(room.id());
    search(Tokens.of(wei), "溫度", Map.of("room_id", room.id())).statusCode(403);
  }

  @Test
  void a_search_is_narrowed_by_sender_type_and_time() {
    room.post(wei, "溫度 of wei");
    room.post(mei, "溫度 of mei");
    room.postData(mei, "{\"溫度\": 85}");
    String token = Tokens.of(wei);

    search(token, "溫度", Map.of("sender_id", mei, "type", "text"))
        .body("items.message.content", contains("溫度 of mei"));
    search(token, "溫度", Map.of("type", "incident_data"))
        .body("items.message.sequence_number", contains(3));
    search(token, "溫度", Map.of("to", "2020-01-01T00:00:00Z")).body("items", empty());
    search(token, "溫度", Map.of("from", "2020-01-01T00:00:00Z", "to", "2199-01-01T00:00:00+08:00"))
        .body("items.size()", equalTo(3));
    search(token, "溫度", Map.of("from", "2199-01-01T00:00:00Z")).body("items", empty());
  }

  @Test
  void pages_neither_skip_nor_repeat_while_messages_arrive() {
    String[] texts = IntStream.rangeClosed(1, 12).mapToObj(i -> "溫度 " + i).toArray(String[]::new);
    room.post(wei, texts);
    List<String> seen = new ArrayList<>();
    Map<String, Object> page = Map.of("limit", 5);

    String next;
    do {
      var answer = search(Tokens.of(wei), "溫度", page).statusCode(200).extract();
      seen.addAll(answer.path("items.message.content"));
      next = answer.path("pagination.next");
      page = Map.of("limit", 5, "cursor", String.valueOf(next));
      room.post(mei, "溫度 meanwhile");
    } while (next != null);

    assertThat(seen)
        .containsExactlyElementsOf(
            IntStream.iterate(12, i -> i > 0, i -> i - 1).mapToObj(i -> "溫度 " + i).toList());
  }

  @Test
  void the_last_page_says_that_it_is() {
    room.post(wei, "溫度 1", "溫度 2");

    search(Tokens.of(wei), "溫度", Map.of("limit", 2))
        .body("pagination.limit", equalTo(2))
        .body("pagination.has_more", equalTo(false))
        .body("pagination.next", nullValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q=",
        "q=!!!%20%22%22",
        "room_id=7",
        "type=system",
        "type=x",
        "from=yesterday",
        "to=x",
        "limit=0",
        "limit=201",
        "cursor=!",
        "cursor=eA"
      })
  void a_wrong_parameter_is_named(String parameter) {
    String query = parameter.startsWith("q=") ? parameter : "q=x&" + parameter;

    given()
        .urlEncodingEnabled(false)
        .auth()
        .oauth2(Tokens.of(wei))
        .get("/api/messages/search?" + query)
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo(parameter.substring(0, parameter.indexOf('='))));
  }

  @Test
  void a_query_is_bounded() {
    search(Tokens.of(wei), "溫".repeat(201), Map.of()).statusCode(422);
    search(
            Tokens.of(wei),
            IntStream.range(0, 21).mapToObj(i -> "w" + i).reduce("", (a, b) -> a + " " + b),
            Map.of())
        .statusCode(422)
        .body("errors[0].field", equalTo("q"));
    given().get("/api/messages/search?q=x").then().statusCode(401);
    given().auth().oauth2(Tokens.of(wei)).get("/api/messages/search").then().statusCode(422);
  }
}
