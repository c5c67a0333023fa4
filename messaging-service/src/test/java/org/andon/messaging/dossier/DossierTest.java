package org.andon.messaging.dossier;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.Neighbours;
import org.andon.messaging.support.Tokens;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.Test;

/** What is in a dossier, and who gets one. */
@QuarkusTest
@QuarkusTestResource(Backing.class)
class DossierTest extends DossierFixture {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void it_verifies_with_the_published_keys_and_holds_what_the_room_has() throws IOException {
    room.post(WEI, "烤箱 3 過熱", "關機");
    room.postPhoto(MEI, "熱電偶", photo);

    Path zip = saved("dossier.zip");

    assertThat(check(zip, publishedKeys()))
        .matches(checked -> checked.exitCode() == 0)
        .extracting(Checked::said)
        .asString()
        .contains("3 號線烤箱溫度異常", "RIGHT")
        .contains(WEI);
    assertThat(names(zip))
        .containsExactly(
            "events.jsonl",
            "report.html",
            "report.pdf",
            "report.json",
            "revisions.jsonl",
            "files/" + photo + "-烤箱_3_.png",
            "manifest.json",
            "manifest.sig");
    assertThat(bytes(zip, "files/" + photo + "-烤箱_3_.png")).isEqualTo(PHOTO);
    assertThat(bytes(zip, "report.pdf")).startsWith("%PDF".getBytes(UTF_8));
    assertThat(new String(bytes(zip, "report.html"), UTF_8)).contains("烤箱 3 過熱");
  }

  @Test
  void its_events_are_those_of_the_room_in_the_order_of_their_numbers() throws IOException {
    String[] ids = room.post(WEI, "a", "b", "c", "d", "e", "f", "g", "h", "i");
    room.react(MEI, ids[0], "👍");
    room.mark(WEI, ids[1], "decision");

    List<String> sealed = lines(saved("dossier.zip"), "events.jsonl");

    JsonNode events = get("/events?limit=200").path("items");
    assertThat(sealed.stream().map(DossierTest::json).toList())
        .isEqualTo(list(events).subList(0, sealed.size()));
    assertThat(sealed.stream().map(line -> json(line).path("sequence_number").asLong()))
        .isSorted()
        .hasSize(11);
  }

  @Test
  void every_revision_is_in_it_but_never_what_was_deleted() throws IOException {
    String[] ids = room.post(WEI, "85 °C", "secret", "ok");
    room.edit(WEI, ids[0], "\"95 °C\"");
    room.edit(WEI, ids[1], "\"another secret\"");
    room.delete(WEI, ids[1]);

    Path zip = saved("dossier.zip");

    List<String> revisions =
        lines(zip, "revisions.jsonl").stream()
            .map(DossierTest::json)
            .map(line -> line.path("version").asInt() + " " + line.path("content").asText(null))
            .toList();
    assertThat(revisions)
        .containsExactly("1 85 °C", "1 null", "1 ok", "2 95 °C", "2 null", "3 null");
    for (String name : names(zip)) {
      assertThat(new String(bytes(zip, name), UTF_8)).as(name).doesNotContain("secret");
    }
  }

  @Test
  void a_file_that_was_deleted_is_named_as_deleted() throws IOException {
    UUID gone = UUID.randomUUID();
    Neighbours.knowFile(gone, room.id());
    room.postPhoto(WEI, "old", gone);

    Path zip = saved("dossier.zip");

    JsonNode deleted = JSON.readTree(bytes(zip, "manifest.json")).path("deleted_files");
    assertThat(deleted.findValuesAsText("file_id")).containsExactly(gone.toString());
    assertThat(check(zip, publishedKeys()).exitCode()).isZero();
  }

  @Test
  void the_room_is_told_who_has_taken_it() {
    try (RoomClient mei = room.open(MEI)) {
      mei.next("welcome");

      dossier(WEI).then().statusCode(200);

      JsonNode told = mei.next(frame -> frame.path("event").asText().equals("dossier_made"));
      assertThat(told.path("user_id").asText()).isEqualTo(WEI);
      assertThat(told.path("sequence_number").asLong()).isPositive();
    }
  }

  @Test
  void only_owners_and_admins_get_one() {
    Neighbours.knowRoomWithoutTheCaller(room.id());

    dossier(MEI).then().statusCode(403).body("code", equalTo("forbidden"));
    dossier(STRANGER).then().statusCode(403).body("code", equalTo("forbidden"));
  }

  @Test
  void an_admin_gets_every_rooms() {
    given()
        .auth()
        .oauth2(Tokens.ofAdmin("admin@plant.example"))
        .get("/api/rooms/" + room.id() + "/dossier")
        .then()
        .statusCode(200);
  }

  @Test
  void what_breaks_on_the_way_is_not_taken_for_a_whole() {
    Neighbours.breakOn("/api/files/" + photo + "/content");

    assertThatThrownBy(() -> dossier(WEI).asByteArray()).hasMessageContaining("Premature end");
  }

  private JsonNode get(String path) throws IOException {
    return JSON.readTree(
        given()
            .auth()
            .oauth2(Tokens.of(WEI))
            .get("/api/rooms/" + room.id() + path)
            .then()
            .statusCode(200)
            .extract()
            .asString());
  }

  private static List<JsonNode> list(JsonNode items) {
    List<JsonNode> list = new ArrayList<>();
    items.forEach(list::add);
    return list;
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new IllegalArgumentException(line, e);
    }
  }
}
