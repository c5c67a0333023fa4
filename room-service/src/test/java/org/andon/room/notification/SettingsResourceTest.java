package org.andon.room.notification;

import static org.andon.room.notification.Notified.awaited;
import static org.andon.room.notification.Notified.mention;
import static org.andon.room.notification.Notified.of;
import static org.andon.room.testing.People.OWNER;
import static org.andon.room.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.andon.room.testing.Browser;
import org.andon.room.testing.RoomStack;
import org.andon.room.testing.Rooms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RoomStack.class)
class SettingsResourceTest {
  private static final String NIGHTS =
      """
      {"kinds": {
         "mention": {"feed": false, "mail": true},
         "assignment": {"feed": true, "mail": false},
         "out_of_bounds": {"feed": true, "mail": false},
         "escalation": {"feed": true, "mail": true}},
       "quiet_hours": {"start": "22:00", "end": "06:00", "days": ["monday"], "critical_passes": true},
       "time_zone": "Europe/Berlin", "mail_digest": "hourly", "shift_end": "14:30", "language": "en"}
      """;

  private final String user =
      "settings." + UUID.randomUUID().toString().substring(0, 8) + "@plant.example";

  @Test
  void who_has_set_nothing_is_told_in_the_feed_alone() {
    as(user)
        .get("/api/me/notification-settings")
        .then()
        .statusCode(200)
        .body("kinds.mention", equalTo(Map.of("feed", true, "mail", false, "push", false)))
        .body("kinds.escalation.feed", equalTo(true))
        .body("quiet_hours", equalTo(null))
        .body("mail_digest", equalTo("off"));
  }

  @Test
  void what_is_set_is_kept_as_it_was_sent() {
    put(NIGHTS, 200);

    as(user)
        .get("/api/me/notification-settings")
        .then()
        .body("kinds.mention", equalTo(Map.of("feed", false, "mail", true, "push", false)))
        .body("quiet_hours.start", equalTo("22:00"))
        .body("quiet_hours.days[0]", equalTo("monday"))
        .body("time_zone", equalTo("Europe/Berlin"))
        .body("mail_digest", equalTo("hourly"))
        .body("shift_end", equalTo("14:30"))
        .body("language", equalTo("en"));
  }

  @Test
  void an_app_that_knows_nothing_of_push_leaves_it_as_it_is() {
    put(NIGHTS.replace("\"mail\": true}", "\"mail\": true, \"push\": true}"), 200);

    put(NIGHTS, 200);

    as(user)
        .get("/api/me/notification-settings")
        .then()
        .body("kinds.mention", equalTo(Map.of("feed", false, "mail", true, "push", true)));
  }

  @Test
  void push_that_is_not_set_up_is_said_so_and_takes_no_browser() {
    as(user).get("/api/me/notification-settings").then().body("push_available", equalTo(false));
    as(user)
        .get("/api/push/key")
        .then()
        .statusCode(200)
        .body("enabled", equalTo(false))
        .body("public_key", equalTo(null));
    as(user)
        .body(new Browser().subscription("https://push.plant.example/x"))
        .put("/api/me/push-subscriptions")
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("endpoint"));
  }

  @Test
  void what_is_not_wanted_in_the_feed_is_not_in_the_list() {
    put(NIGHTS, 200);
    String room = Rooms.staffed();
    as(OWNER).body(Map.of("role", "EDITOR")).put("/api/rooms/{id}/members/{u}", room, user);

    mention(room, user, OWNER, UUID.randomUUID().toString(), "x");
    mention(room, OWNER, user, UUID.randomUUID().toString(), "x");

    awaited(OWNER, room, "mention", 1);
    assertThat(of(user, room, "mention")).isEmpty();
    assertThat(of(user, room, "assignment")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"22:00\"         | \"25:00\"     | quiet_hours.start",
        "\"monday\"        | \"someday\"   | quiet_hours.days[0]",
        "[\"monday\"]      | []            | quiet_hours.days",
        "Europe/Berlin     | Mars/Olympus  | time_zone",
        "\"hourly\"        | \"sometimes\" | mail_digest",
        "\"feed\": false,  | \"feet\": 1,  | kinds.mention.feed",
        "\"language\": \"en\" | \"language\": null | language"
      })
  void a_wrong_field_is_named(String sound, String wrong, String field) {
    as(user)
        .body(NIGHTS.replace(sound, wrong))
        .put("/api/me/notification-settings")
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo(field));
  }

  private void put(String settings, int status) {
    as(user).body(settings).put("/api/me/notification-settings").then().statusCode(status);
  }
}
