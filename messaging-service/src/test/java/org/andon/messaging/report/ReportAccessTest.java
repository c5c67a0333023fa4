package org.andon.messaging.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.Neighbours;
import org.andon.messaging.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets a report, and what is asked for wrongly. */
@QuarkusTest
@QuarkusTestResource(Backing.class)
class ReportAccessTest extends ReportFixture {
  @Test
  void a_stranger_gets_none() {
    Neighbours.knowRoomWithoutTheCaller(room.id());

    report(STRANGER, "format=html").then().statusCode(403).body("code", equalTo("forbidden"));
  }

  @Test
  void an_admin_gets_every_rooms() {
    given()
        .auth()
        .oauth2(Tokens.ofAdmin("admin@plant.example"))
        .get("/api/rooms/" + room.id() + "/report")
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @CsvSource({"format=docx, format", "format=HTML, format", "lang=de, lang", "lang=zh, lang"})
  void an_unknown_format_or_language_is_named(String query, String field) {
    report(WEI, query)
        .then()
        .statusCode(422)
        .body("code", equalTo("invalid_field"))
        .body("errors[0].field", equalTo(field));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"en-GB,en;q=0.9 | en", "de,zh;q=0.5,en;q=0.2 | zh-TW", "fr | zh-TW"})
  void it_is_in_the_first_of_the_readers_languages_that_there_is(String accepted, String tag) {
    given()
        .auth()
        .oauth2(Tokens.of(WEI))
        .header("Accept-Language", accepted)
        .get("/api/rooms/" + room.id() + "/report")
        .then()
        .statusCode(200)
        .header("Content-Language", equalTo(tag));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/rooms/%s/members, room_service_unavailable",
    "/api/rooms/%s/files, file_service_unavailable"
  })
  void there_is_no_half_a_report_while_a_part_is_away(String path, String code) {
    Neighbours.breakOn(path.formatted(room.id()));

    report(WEI, "format=html")
        .then()
        .statusCode(503)
        .body("code", equalTo(code))
        .header("Retry-After", notNullValue());
  }

  @Test
  void a_user_and_a_pod_write_so_many_at_once() {
    ReportSlots slots = new ReportSlots(2, 1);
    ReportSlots.Slot first = slots.take(WEI);
    slots.take(MEI);

    assertThat(refusal(slots, WEI)).isInstanceOf(ReportRefused.OneAtATime.class);
    assertThat(refusal(slots, STRANGER)).isInstanceOf(ReportRefused.Busy.class);

    first.close();
    first.close();

    assertThat(refusal(slots, WEI)).isNull();
    assertThat(refusal(slots, STRANGER)).isInstanceOf(ReportRefused.Busy.class);
  }

  private static ReportRefused refusal(ReportSlots slots, String user) {
    try {
      slots.take(user);
      return null;
    } catch (ReportRefused refused) {
      return refused;
    }
  }
}
