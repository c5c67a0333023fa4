package org.andon.room.notification;

import static org.andon.room.notification.Pushed.awaited;
import static org.andon.room.testing.People.OWNER;
import static org.andon.room.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.andon.room.testing.PushService;
import org.andon.room.testing.PushService.Answer;
import org.andon.room.testing.PushService.Received;
import org.andon.room.testing.RoomStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RoomStack.class)
@QuarkusTestResource(value = PushService.class, restrictToAnnotatedClass = true)
class PushTroubleTest {
  PushService service;
  @Inject PushLeft left;

  private Pushed mei;

  @BeforeEach
  void somebodyWhoWantsPush() {
    mei = new Pushed(service);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void a_browser_that_is_gone_is_sent_nothing_more(int status) throws SQLException {
    service.willAnswer(mei.browser.name(), new Answer(status));
    mei.isMentioned("x");
    awaited(service, mei.browser, 1);
    await().until(() -> left.of(mei.user) == 0);

    mei.isMentioned("y");

    assertThat(left.of(mei.user)).isZero();
    assertThat(service.of(mei.browser.name())).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 403, 413})
  void what_is_refused_is_not_sent_again_but_the_next_is(int status) {
    service.willAnswer(
        mei.browser.name(), new Answer(status, Map.of("Location", service.endpoint("elsewhere"))));
    mei.isMentioned("x");
    awaited(service, mei.browser, 1);
    await().until(() -> left.of(mei.user) == 0);

    mei.isMentioned("y");

    awaited(service, mei.browser, 2);
    assertThat(service.of("elsewhere")).isEmpty();
  }

  @Test
  void a_busy_push_service_is_left_alone_for_as_long_as_it_asks() {
    service.willAnswer(mei.browser.name(), new Answer(429, Map.of("Retry-After", "4")));

    mei.isMentioned("x");

    List<Received> received = awaited(service, mei.browser, 2);
    assertThat(Duration.ofNanos(received.getLast().nanoTime() - received.getFirst().nanoTime()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void what_failed_is_sent_again_until_it_is_taken() {
    service.willAnswer(mei.browser.name(), new Answer(500), new Answer(502));

    mei.isMentioned("x");

    awaited(service, mei.browser, 3);
    await().until(() -> left.of(mei.user) == 0);
  }

  @Test
  void a_push_service_that_was_away_is_sent_to_once_it_is_back() {
    service.stop();
    mei.isMentioned("x");
    await().until(() -> left.attemptsFor(mei.user) > 0);

    service.startAgain();

    awaited(service, mei.browser, 1);
    await().until(() -> left.of(mei.user) == 0);
  }

  @Test
  void what_comes_too_late_is_not_sent() throws SQLException {
    service.stop();
    mei.isMentioned("x");
    await().until(() -> left.attemptsFor(mei.user) > 0);

    left.expiresNow(mei.user);

    await().until(() -> left.of(mei.user) == 0);
    service.startAgain();
    assertThat(service.of(mei.browser.name())).isEmpty();
  }

  @Test
  void who_left_the_incident_is_pushed_nothing_about_it() throws SQLException {
    service.willAnswer(mei.browser.name(), new Answer(503, Map.of("Retry-After", "600")));
    mei.isMentioned("x");
    await().until(() -> left.isPostponed(mei.user));

    as(OWNER).delete("/api/rooms/{id}/members/{u}", mei.room, mei.user).then().statusCode(204);
    left.isDueNow(mei.user);

    await().until(() -> left.of(mei.user) == 0);
    assertThat(service.of(mei.browser.name())).hasSize(1);
  }
}
