package org.andon.messaging.incidentdata;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.TestRoom;
import org.andon.messaging.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backing.class)
class IncidentDataTest {
  private static final String WEI = "li.wei@plant.example";

  @TestHTTPResource("/")
  URI base;

  private TestRoom room;

  @BeforeEach
  void aRoom() {
    room = new TestRoom(base, WEI);
  }

  private ValidatableResponse ask(String path, Map<String, ?> parameters) {
    return given()
        .auth()
        .oauth2(Tokens.of(WEI))
        .queryParams(parameters)
        .get("/api/rooms/" + room.id() + "/incident-data" + path)
        .then();
  }

  private List<Integer> numbersWhere(String... where) {
    return ask("", Map.of("where", List.of(where)))
        .statusCode(200)
        .extract()
        .path("items.sequence_number");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          temperature>80              | 3,1
          temperature>=90.50          | 3
          temperature<80              | 2
          temperature <= 85           | 2,1
          temperature=85.0            | 1
          temperature!=85             | 3,2
          line=3                      | 1
          line="3"                    | 2
          line!="4"                   | 2
          status=ok                   | 1
          status="too hot"            | 3
          status=too hot              | 3
          status>ok                   | 3
          溫度=高                     | 2
          doors.open=true             | 3
          doors.open!=true            | 1
          doors.names.left=A          | 3
          "a.b">4                     | 2
          note=null                   | 1
          note!=null                  | 2
          at>=2025-11-17T10:15:00Z    | 3
          big>12345678901234567890    | 3
          missing=1                   | ``
          missing!=1                  | ``
          temperature>high            | ``
          '; DROP TABLE messages;--=1 | ``
          """)
  void fields_are_compared_by_their_type(String where, String found) {
    room.postData(
        WEI,
        "{\"temperature\": 85, \"line\": 3, \"status\": \"ok\", \"doors\": {\"open\": false},"
            + " \"note\": null}");
    room.postData(
        WEI,
        "{\"temperature\": 75.5, \"line\": \"3\", \"溫度\": \"高\", \"a.b\": 5, \"note\": \"n\","
            + " \"at\": \"2025\"}");
    room.postData(
        WEI,
        """
        {"temperature": 90.5, "line": "4", "status": "too hot", "big": 12345678901234567891,
         "doors": {"open": true, "names": {"left": "A"}}, "at": "2025-11-17T10:15:01Z"}
        """);
    room.post(WEI, "temperature 99, line 3");

    assertThat(String.join(",", numbersWhere(where).stream().map(String::valueOf).toList()))
        .isEqualTo(found);
  }

  @Test
  void several_comparisons_must_all_hold() {
    room.postData(WEI, "{\"temperature\": 85, \"line\": 3}");
    room.postData(WEI, "{\"temperature\": 85, \"line\": 4}");

    assertThat(numbersWhere("temperature>80", "line=3")).containsExactly(1);
    assertThat(numbersWhere()).containsExactly(2, 1);
  }

  @Test
  void numbers_come_back_as_they_were_given() {
    room.postData(WEI, "{\"n\": 12345678901234567890.12345678901234567891, \"huge\": 1E+4000}");

    String body = ask("", Map.of("where", "n>1")).statusCode(200).extract().asString();

    assertThat(body).contains("12345678901234567890.12345678901234567891", "1E+4000");
  }

  @Test
  void an_edit_is_followed_and_a_deletion_forgotten() {
    String first = room.postData(WEI, "{\"temperature\": 85}");
    String second = room.postData(WEI, "{\"temperature\": 86}");

    room.edit(WEI, first, "{\"temperature\": 20}");
    room.delete(WEI, second);

    assertThat(numbersWhere("temperature>80")).isEmpty();
    assertThat(numbersWhere("temperature=20")).containsExactly(1);
    ask("/series", Map.of("field", "temperature", "bucket", "1d"))
        .body("points.n", contains(1))
        .body("points[0].max", equalTo(20));
  }

  @Test
  void pages_follow_one_another() {
    for (int i = 1; i <= 5; i++) {
      room.postData(WEI, "{\"n\": " + i + "}");
    }
    List<Integer> seen = new ArrayList<>();
    Map<String, Object> page = Map.of("limit", 2, "where", "n>0");

    String next;
    do {
      var answer = ask("", page).statusCode(200).extract();
      seen.addAll(answer.path("items.content.n"));
      next = answer.path("pagination.next");
      page = Map.of("limit", 2, "where", "n>0", "cursor", String.valueOf(next));
    } while (next != null);

    assertThat(seen).containsExactly(5, 4, 3, 2, 1);
  }

  @Test
  void a_series_gathers_numbers_by_the_time_they_were_measured() {
    room.postData(WEI, "{\"t\": {\"oven\": 80}, \"timestamp\": \"2025-11-17T10:15:10Z\"}");
    room.postData(WEI, "{\"t\": {\"oven\": 90.5}, \"timestamp\": \"2025-11-17T18:15:50+08:00\"}");
    room.postData(WEI, "{\"t\": {\"oven\": 70}, \"timestamp\": \"2025-11-17T10:15:30Z\"}");
    room.postData(WEI, "{\"t\": {\"oven\": 60}, \"timestamp\": \"2025-11-17T10:18:00Z\"}");
    room.postData(WEI, "{\"t\": {\"oven\": \"hot\"}, \"timestamp\": \"2025-11-17T10:16:00Z\"}");

    ask("/series", Map.of("field", "t.oven", "bucket", "1m"))
        .statusCode(200)
        .body("field", equalTo("t.oven"))
        .body("bucket", equalTo("1m"))
        .body("points.t", contains("2025-11-17T10:15:00.000Z", "2025-11-17T10:18:00.000Z"))
        .body("points.n", contains(3, 1))
        .body("points[0].min", equalTo(70))
        .body("points[0].max", equalTo(90.5f))
        .body("points[0].avg", equalTo(80.16666666666667f))
        .body("points[0].last", equalTo(90.5f))
        .body("points[1].avg", equalTo(60));
    ask(
            "/series",
            Map.of(
                "field", "t.oven",
                "bucket", "1m",
                "from", "2025-11-17T10:15:30Z",
                "to", "2025-11-17T10:15:50Z"))
        .body("points.n", contains(1))
        .body("points[0].last", equalTo(70));
  }

  @Test
  void without_a_time_of_its_own_a_number_counts_when_it_was_posted() {
    room.postData(WEI, "{\"溫度\": 80, \"timestamp\": \"just now\"}");

    ask("/series", Map.of("field", "溫度", "bucket", "1d", "from", "2026-01-01T00:00:00Z"))
        .body("points.n", contains(1));
    ask("/series", Map.of("field", "濕度", "bucket", "1d")).body("points", empty());
  }

  @Test
  void a_series_of_too_many_points_tells_what_would_do() {
    room.postData(WEI, "{\"n\": 1, \"timestamp\": \"2025-11-17T10:00:00Z\"}");
    room.postData(WEI, "{\"n\": 1, \"timestamp\": \"2025-11-18T10:00:00Z\"}");

    ask("/series", Map.of("field", "n", "bucket", "10s"))
        .statusCode(422)
        .body("errors[0].field", equalTo("bucket"))
        .body("errors[0].message", containsString("1m would do"));
    ask("/series", Map.of("field", "n", "bucket", "1m")).body("points.n", contains(1, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?where=temperature",
        "?where=>80",
        "?where=temperature>",
        "?where=temperature>true",
        "?where=temperature=\"open",
        "?where=temperature=1e999999999",
        "?where=a..b=1",
        "?from=x",
        "?limit=0",
        "?cursor=eA",
        "/series?bucket=1m",
        "/series?field=n",
        "/series?field=n&bucket=0s",
        "/series?field=n&bucket=400d",
        "/series?field=n&bucket=1m&to=x"
      })
  void a_wrong_parameter_is_named(String path) {
    String wrong = path.contains("to=x") ? "to" : path.replaceAll(".*\\?(\\w+)=.*", "$1");
    String named =
        switch (path) {
          case "/series?bucket=1m" -> "field";
          case "/series?field=n", "/series?field=n&bucket=0s", "/series?field=n&bucket=400d" ->
              "bucket";
          default -> wrong;
        };

    ask(path, Map.of()).statusCode(422).body("errors[0].field", equalTo(named));
  }

  @Test
  void only_members_read() {
    String path = "/api/rooms/" + room.id() + "/incident-data";
    String stranger = Tokens.of("stranger@plant.example");

    given().get(path).then().statusCode(401);
    given().auth().oauth2(stranger).get(path).then().statusCode(403);
    given().auth().oauth2(stranger).get(path + "/series").then().statusCode(403);
    ask("/../../" + UUID.randomUUID() + "/incident-data", Map.of()).statusCode(404);
  }
}
