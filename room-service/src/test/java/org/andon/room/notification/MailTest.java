package org.andon.room.notification;

import static org.andon.room.notification.Notified.mention;
import static org.andon.room.notification.Notified.of;
import static org.andon.room.testing.People.OWNER;
import static org.andon.room.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.room.testing.MailServer;
import org.andon.room.testing.RoomStack;
import org.andon.room.testing.Rooms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RoomStack.class)
@QuarkusTestResource(value = MailServer.class, restrictToAnnotatedClass = true)
class MailTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  MailServer post;

  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String mei = "mei." + mark + "@plant.example";
  private String room;

  @BeforeEach
  void anIncident() {
    room = Rooms.staffed();
    as(OWNER)
        .body(Map.of("role", "EDITOR"))
        .put("/api/rooms/{id}/members/{u}", room, mei)
        .then()
        .statusCode(200);
  }

  private void wants(String digest, String language) {
    String ways = "{\"feed\": true, \"mail\": true}";
    as(mei)
        .body(
            """
            {"kinds": {"mention": %1$s, "assignment": %1$s, "out_of_bounds": %1$s, "escalation": %1$s},
             "quiet_hours": null, "time_zone": "Asia/Taipei", "mail_digest": "%2$s",
             "shift_end": "16:00", "language": "%3$s"}
            """
                .formatted(ways, digest, language))
        .put("/api/me/notification-settings")
        .then()
        .statusCode(200);
  }

  private List<MimeMessage> mails() {
    return Arrays.stream(post.server().getReceivedMessages()).filter(this::isToMei).toList();
  }

  private boolean isToMei(MimeMessage mail) {
    try {
      return Arrays.stream(mail.getAllRecipients()).map(Address::toString).anyMatch(mei::equals);
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(MimeMessage mail) throws Exception {
    return mail.getContent().toString();
  }

  @Test
  void who_wants_mail_gets_an_excerpt_and_a_link_in_their_language() throws Exception {
    wants("at_once", "zh-TW");

    mention(room, mei, OWNER, UUID.randomUUID().toString(), "@mei 請看");

    await().atMost(SOON).until(() -> mails().size() == 1);
    MimeMessage mail = mails().getFirst();
    assertThat(mail.getSubject()).isEqualTo("[Andon] 3 號線烤箱溫度異常: 李偉 提及了您");
    assertThat(mail.getFrom()[0]).hasToString("andon@plant.example");
    assertThat(text(mail))
        .contains("> @mei 請看", "https://andon.plant.example/rooms/" + room + "?at=7")
        .contains("https://andon.plant.example/notification-settings");
    Notified.awaited(mei, room, "mention", 1);
  }

  @Test
  void a_digest_waits_and_what_was_read_meanwhile_is_not_mailed() throws Exception {
    wants("hourly", "en");
    mention(room, mei, OWNER, UUID.randomUUID().toString(), "later");
    String read =
        Notified.awaited(mei, room, "mention", 1).getFirst().get("notification_id").toString();
    as(mei).body(Map.of("notification_id", read)).put("/api/me/notifications/read");

    wants("at_once", "en");
    mention(room, mei, OWNER, UUID.randomUUID().toString(), "now");

    await().atMost(SOON).until(() -> mails().size() == 1);
    assertThat(text(mails().getFirst())).contains("> now").doesNotContain("later");
  }

  @Test
  void a_mail_that_could_not_be_sent_is_sent_once_the_server_is_back() throws Exception {
    wants("at_once", "en");
    post.server().stop();

    mention(room, mei, OWNER, UUID.randomUUID().toString(), "one");
    Notified.awaited(mei, room, "mention", 1);
    mention(room, mei, OWNER, UUID.randomUUID().toString(), "two");
    Notified.awaited(mei, room, "mention", 2);
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(mailMetrics()).contains("andon_mails_due 2.0"));
    post.startAgain();

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(mails().stream().map(MailTest::unchecked).toList().toString())
                    .contains("> one", "> two"));
  }

  /** As who is paged sees it. */
  private static List<String> mailMetrics() {
    return RestAssured.get("/q/metrics")
        .asString()
        .lines()
        .filter(metric -> metric.startsWith("andon_mails"))
        .toList();
  }

  @Test
  void who_left_the_incident_gets_no_mail_about_it() throws Exception {
    wants("at_once", "en");
    post.server().stop();
    mention(room, mei, OWNER, UUID.randomUUID().toString(), "secret");
    Notified.awaited(mei, room, "mention", 1);
    as(OWNER).delete("/api/rooms/{id}/members/{u}", room, mei).then().statusCode(204);
    post.startAgain();
    String other = Rooms.staffed();
    as(OWNER)
        .body(Map.of("role", "EDITOR"))
        .put("/api/rooms/{id}/members/{u}", other, mei)
        .then()
        .statusCode(200);

    await().atMost(SOON).until(() -> !mails().isEmpty());

    assertThat(text(mails().getFirst())).contains(other).doesNotContain("secret");
    assertThat(of(mei, room, "mention")).isEmpty();
  }

  private static String unchecked(MimeMessage mail) {
    try {
      return text(mail);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
