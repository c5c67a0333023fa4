package org.andon.room.push;

import static org.andon.room.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.andon.contracts.TopicNames;
import org.andon.room.testing.Browser;
import org.andon.room.testing.People;
import org.andon.room.testing.PushService;
import org.andon.room.testing.RoomStack;
import org.andon.room.testing.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RoomStack.class)
@QuarkusTestResource(value = PushService.class, restrictToAnnotatedClass = true)
class SubscriptionResourceTest {
  private static final String PATH = "/api/me/push-subscriptions";

  @Inject DataSource database;
  PushService service;

  private final String user = "push." + UUID.randomUUID().toString().substring(0, 8) + "@p.example";
  private final Browser browser = new Browser();

  private Map<String, Object> subscription() {
    return browser.subscription(service.endpoint(browser.name()));
  }

  private ValidatableResponse put(Map<String, Object> subscription) {
    return as(user).body(subscription).put(PATH).then();
  }

  @Test
  void a_browser_is_given_the_key_to_subscribe_with() {
    as(user)
        .get("/api/push/key")
        .then()
        .statusCode(200)
        .body("enabled", equalTo(true))
        .body("public_key", equalTo(service.applicationServerKey()));
  }

  @Test
  void a_browser_that_registers_again_is_one_browser() throws SQLException {
    put(subscription()).statusCode(204);
    Map<String, Object> inEnglish = subscription();
    inEnglish.put("lang", "en");
    put(inEnglish).statusCode(204);

    assertThat(registeredBy(user)).containsExactly(service.endpoint(browser.name()));
  }

  @Test
  void of_more_browsers_than_one_may_have_the_first_goes() throws SQLException {
    List<String> endpoints = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String endpoint = service.endpoint(UUID.randomUUID().toString());
      endpoints.add(endpoint);
      put(new Browser().subscription(endpoint)).statusCode(204);
    }

    assertThat(registeredBy(user)).containsExactlyElementsOf(endpoints.subList(1, 4));
  }

  @Test
  void a_browser_is_forgotten_by_who_registered_it_alone() throws SQLException {
    put(subscription()).statusCode(204);
    Map<String, Object> request = Map.of("endpoint", service.endpoint(browser.name()));

    as("other@p.example").body(request).delete(PATH).then().statusCode(204);
    assertThat(registeredBy(user)).hasSize(1);
    as(user).body(request).delete(PATH).then().statusCode(204);

    assertThat(registeredBy(user)).isEmpty();
  }

  @Test
  void a_browser_goes_over_to_who_registers_it_next() throws SQLException {
    put(subscription()).statusCode(204);

    as("next." + user).body(subscription()).put(PATH).then().statusCode(204);

    assertThat(registeredBy(user)).isEmpty();
    assertThat(registeredBy("next." + user)).hasSize(1);
  }

  @Test
  void a_browser_is_forgotten_with_the_session_that_registered_it() {
    String sid = UUID.randomUUID().toString();
    put(new Browser().subscription(service.endpoint("another"))).statusCode(204);
    as(user)
        .auth()
        .oauth2(People.token(user, sid))
        .body(subscription())
        .put(PATH)
        .then()
        .statusCode(204);

    Topic.put(TopicNames.SESSIONS, sid, Map.of(), "no event of ours");
    Topic.put(
        TopicNames.SESSIONS,
        sid,
        Map.of("ce_type", "andon.session.revoked"),
        """
        {"sid":"%s","user_id":"%s","reason":"revoked","until":"%s"}\
        """
            .formatted(sid, user, Instant.now().plusSeconds(600)));

    await()
        .untilAsserted(
            () -> assertThat(registeredBy(user)).containsExactly(service.endpoint("another")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "endpoint       | http://a.push.plant.example/x      | must be an https address",
        "endpoint       | no address at all                  | must be an https address",
        "endpoint       | https://localhost/x                | is at a push service that",
        "endpoint       | https://127.0.0.1:8443/x           | is at a push service that",
        "endpoint       | https://evil.example/x             | is at a push service that",
        "endpoint       | https://u:p@a.push.plant.example/x | must be the address that",
        "keys.p256dh    | AAAA                               | must be 65 bytes in base64url",
        "keys.auth      | ?                                  | must be 16 bytes in base64url",
        "keys.auth      |                                    | must not be null",
        "lang           | fr                                 | must be zh-TW or en",
        "expirationTime | -1                                 | must be greater than or equal to 0"
      })
  void what_is_no_subscription_is_named(String field, String value, String message) {
    Map<String, Object> wrong = subscription();
    if (field.startsWith("keys.")) {
      Map<String, Object> keys = new HashMap<>((Map<String, ?>) wrong.get("keys"));
      keys.put(field.substring("keys.".length()), value);
      wrong.put("keys", keys);
    } else {
      wrong.put(field, field.equals("expirationTime") ? Integer.valueOf(value) : value);
    }

    String detail =
        put(wrong).statusCode(422).body("code", equalTo("invalid_field")).extract().path("detail");

    assertThat(detail).containsIgnoringCase(message);
  }

  @Test
  void a_point_off_the_curve_is_no_key() {
    Map<String, Object> wrong = subscription();
    byte[] point = new byte[65];
    point[0] = 4;
    point[64] = 1;
    wrong.put(
        "keys",
        Map.of(
            "p256dh",
            Base64.getUrlEncoder().encodeToString(point),
            "auth",
            "AAAAAAAAAAAAAAAAAAAAAA"));

    put(wrong).statusCode(422).body("errors[0].field", equalTo("keys.p256dh"));
  }

  private List<String> registeredBy(String userId) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select endpoint from push_subscriptions where user_id = ? order by"
                    + " registered_at")) {
      select.setString(1, userId);
      List<String> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(row.getString(1));
        }
      }
      return found;
    }
  }
}
