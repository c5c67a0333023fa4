package org.andon.room.notification;

import static org.andon.room.notification.Pushed.awaited;
import static org.andon.room.testing.People.OWNER;
import static org.andon.room.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.andon.room.testing.Browser;
import org.andon.room.testing.PushService;
import org.andon.room.testing.PushService.Received;
import org.andon.room.testing.RoomStack;
import org.andon.room.testing.Rooms;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RoomStack.class)
@QuarkusTestResource(value = PushService.class, restrictToAnnotatedClass = true)
class PushTest {
  private static final String ALWAYS_QUIET =
      """
      {"start": "00:00", "end": "00:00", "critical_passes": false, "days": ["monday", "tuesday",
       "wednesday", "thursday", "friday", "saturday", "sunday"]}
      """;

  PushService service;
  @Inject PushPost post;
  @Inject PushLeft left;

  private Pushed mei;

  @BeforeEach
  void somebodyWhoWantsPush() {
    mei = new Pushed(service);
  }

  private JsonNode shownIn(Browser browser, Received message) throws Exception {
    return new ObjectMapper().readTree(browser.decrypt(message.body()));
  }

  @Test
  void a_browser_is_told_where_to_look_and_no_word_of_what_was_said() throws Exception {
    mei.isMentioned("secret of the oven");

    Received message = awaited(service, mei.browser, 1).getFirst();

    String notification =
        Notified.of(mei.user, mei.room, "mention").getFirst().get("notification_id").toString();
    assertThat(shownIn(mei.browser, message))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"notification_id": "%s", "kind": "mention", "room_id": "%s",
                     "room_title": "3 號線烤箱溫度異常", "severity": "high", "path": "/rooms/%s?at=7",
                     "lang": "en"}
                    """
                        .formatted(notification, mei.room, mei.room)));
  }

  @Test
  void a_push_service_is_told_who_sends_how_urgent_it_is_and_what_it_replaces() throws Exception {
    mei.isMentioned("x");

    Received message = awaited(service, mei.browser, 1).getFirst();

    assertThat(message.header("Content-Encoding")).isEqualTo("aes128gcm");
    assertThat(message.header("Urgency")).isEqualTo("high");
    assertThat(message.header("Topic")).isEqualTo(mei.room.replace("-", ""));
    assertThat(Integer.parseInt(message.header("TTL"))).isBetween(1, 4 * 3600);
    String[] vapid = message.header("Authorization").split("[ ,=]+");
    assertThat(vapid).startsWith("vapid", "t").endsWith("k", service.applicationServerKey());
    JwtClaims claims =
        new JwtConsumerBuilder()
            .setVerificationKey(service.publicKey())
            .setExpectedAudience(service.origin())
            .setRequireExpirationTime()
            .setMaxFutureValidityInMinutes(24 * 60)
            .build()
            .processToClaims(vapid[2]);
    assertThat(claims.getSubject()).isEqualTo("mailto:andon@plant.example");
  }

  @Test
  void a_browser_with_a_language_of_its_own_is_told_in_it() throws Exception {
    Map<String, Object> inChinese = mei.browser.subscription(service.endpoint(mei.browser.name()));
    inChinese.put("lang", "zh-TW");
    as(mei.user).body(inChinese).put("/api/me/push-subscriptions").then().statusCode(204);

    mei.isMentioned("x");

    Received message = awaited(service, mei.browser, 1).getFirst();
    assertThat(shownIn(mei.browser, message).path("lang").asText()).isEqualTo("zh-TW");
  }

  @Test
  void every_browser_is_told_once_however_many_pods_send() throws Exception {
    Browser tablet = new Browser();
    mei.registers(service, tablet);
    mei.isMentioned("x");

    List<Callable<Void>> pods = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      pods.add(
          () -> {
            post.send();
            return null;
          });
    }
    try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
      together.invokeAll(pods);
    }

    await().until(() -> left.of(mei.user) == 0);
    assertThat(service.of(mei.browser.name())).hasSize(1);
    assertThat(service.of(tablet.name())).hasSize(1);
  }

  @Test
  void who_takes_over_a_browser_is_shown_nothing_of_who_had_it() throws Exception {
    service.willAnswer(
        mei.browser.name(), new PushService.Answer(503, Map.of("Retry-After", "600")));
    mei.isMentioned("x");
    await().until(() -> left.isPostponed(mei.user));

    String next = "next." + mei.user;
    as(next)
        .body(mei.browser.subscription(service.endpoint(mei.browser.name())))
        .put("/api/me/push-subscriptions")
        .then()
        .statusCode(204);
    left.isDueNow(mei.user);

    await().until(() -> left.of(mei.user) == 0);
    assertThat(service.of(mei.browser.name())).hasSize(1);
  }

  @Test
  void quiet_hours_keep_a_push_and_what_is_read_meanwhile_is_not_pushed() throws SQLException {
    mei.wants(ALWAYS_QUIET, "en");
    mei.isMentioned("x");
    assertThat(left.of(mei.user)).isEqualTo(1);
    String read =
        Notified.of(mei.user, mei.room, "mention").getFirst().get("notification_id").toString();
    as(mei.user).body(Map.of("notification_id", read)).put("/api/me/notifications/read");

    left.isDueNow(mei.user);

    await().until(() -> left.of(mei.user) == 0);
    assertThat(service.of(mei.browser.name())).isEmpty();
  }

  @Test
  void of_several_in_one_incident_the_last_is_pushed_and_of_another_its_own() throws Exception {
    mei.wants(ALWAYS_QUIET, "en");
    mei.isMentioned("first");
    mei.isMentioned("last");
    String other = Rooms.staffed();
    mei.joins(other);
    Notified.mention(other, mei.user, OWNER, UUID.randomUUID().toString(), "x");
    Notified.awaited(mei.user, other, "mention", 1);

    left.isDueNow(mei.user);

    List<String> shown = new ArrayList<>();
    for (Received message : awaited(service, mei.browser, 2)) {
      shown.add(shownIn(mei.browser, message).path("notification_id").asText());
    }
    assertThat(shown)
        .containsExactlyInAnyOrder(
            Notified.of(mei.user, mei.room, "mention").getFirst().get("notification_id").toString(),
            Notified.of(mei.user, other, "mention").getFirst().get("notification_id").toString());
    await().until(() -> left.of(mei.user) == 0);
  }

  @Test
  void what_can_be_pushed_is_said_with_the_settings() {
    as(mei.user)
        .get("/api/me/notification-settings")
        .then()
        .body("push_available", equalTo(true))
        .body("kinds.mention.push", equalTo(true))
        .body("kinds.assignment.push", equalTo(false));
  }
}
