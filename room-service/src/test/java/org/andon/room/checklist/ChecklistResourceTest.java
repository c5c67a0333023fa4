package org.andon.room.checklist;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.andon.room.testing.People.EDITOR;
import static org.andon.room.testing.People.OUTSIDER;
import static org.andon.room.testing.People.OWNER;
import static org.andon.room.testing.People.VIEWER;
import static org.andon.room.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.andon.room.testing.RoomStack;
import org.andon.room.testing.RoomTopic;
import org.andon.room.testing.Rooms;
import org.andon.room.testing.Templates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RoomStack.class)
class ChecklistResourceTest {
  private String room;
  private String item;

  @BeforeEach
  void a_room_with_a_checklist() {
    room = Rooms.create(OWNER, Map.of("template_id", Templates.make()));
    item = as(OWNER).get("/api/rooms/{id}/checklist", room).path("items[0].item_id");
  }

  @Test
  void an_item_is_done_once_and_opened_again() {
    mark(OWNER, true)
        .statusCode(200)
        .body("done", equalTo(true))
        .body("done_by", equalTo(OWNER))
        .body("done_at", notNullValue());
    mark(EDITOR, true).statusCode(200).body("done_by", equalTo(OWNER));
    as(VIEWER)
        .get("/api/rooms/{id}/checklist", room)
        .then()
        .body("items.done", contains(true, false));

    mark(EDITOR, false).statusCode(200).body("done_by", equalTo(null));

    as(OWNER).get("/api/rooms/{id}", room).then().body("version", equalTo(3));
  }

  @Test
  void the_list_comes_in_pages_as_every_list_does() {
    var first = as(VIEWER).get("/api/rooms/{id}/checklist?limit=1", room).then();
    String next = first.extract().path("pagination.next");
    var second = as(VIEWER).get("/api/rooms/{id}/checklist?cursor=" + next, room).then();

    first.body("items.text", contains("停線")).body("pagination.has_more", equalTo(true));
    second.body("items.text", contains("掛牌上鎖 🔒")).body("pagination.has_more", equalTo(false));
    second.body("pagination.limit", equalTo(50));
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=201", "cursor=1"})
  void a_page_that_cannot_be_is_refused(String query) {
    as(VIEWER)
        .get("/api/rooms/{id}/checklist?" + query, room)
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo(query.split("=")[0]));
  }

  @Test
  void an_item_done_is_a_change_of_the_room() throws JsonProcessingException {
    mark(OWNER, true).statusCode(200);

    await().atMost(30, SECONDS).until(() -> RoomTopic.eventsOf(room).size() >= 2);

    var event = RoomTopic.eventsOf(room).getLast();
    assertThat(new String(event.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
        .isEqualTo("andon.room.updated");
    JsonNode change = new ObjectMapper().readTree(event.value()).path("change");
    assertThat(change.at("/from/checklist_item/done").booleanValue()).isFalse();
    assertThat(change.at("/to/checklist_item/done").booleanValue()).isTrue();
    assertThat(change.at("/to/checklist_item/text").textValue()).isEqualTo("停線");
  }

  @Test
  void only_owners_and_editors_tick_items_off() {
    mark(VIEWER, true).statusCode(403);
    mark(OUTSIDER, true).statusCode(403);
    as(OUTSIDER).get("/api/rooms/{id}/checklist", room).then().statusCode(403);
  }

  @Test
  void the_checklist_of_an_archived_room_stays() {
    Rooms.archive(room);

    mark(OWNER, true).statusCode(409).body("code", equalTo("room_archived"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"done\":null}", "{\"done\":\"true\"}", "{\"done\":1}"})
  void done_is_true_or_false(String body) {
    var answer = as(OWNER).body(body).put("/api/rooms/{id}/checklist/{item}", room, item).then();

    answer.statusCode(422).body("errors[0].field", equalTo("done"));
  }

  @Test
  void an_item_of_another_room_is_not_found() {
    var foreign =
        as(OWNER)
            .body(Map.of("done", true))
            .put("/api/rooms/{id}/checklist/{item}", room, UUID.randomUUID())
            .then();

    foreign.statusCode(404);
    as(OWNER)
        .get("/api/rooms/{id}/checklist", Rooms.staffed())
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
  }

  private ValidatableResponse mark(String caller, boolean done) {
    return as(caller)
        .body(Map.of("done", done))
        .put("/api/rooms/{id}/checklist/{item}", room, item)
        .then();
  }
}
