package org.andon.room.notification;

import static org.andon.room.testing.People.OWNER;
import static org.andon.room.testing.People.as;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.room.testing.Browser;
import org.andon.room.testing.PushService;
import org.andon.room.testing.PushService.Received;
import org.andon.room.testing.Rooms;

/** Somebody in an incident who wants everything pushed to their browser. */
final class Pushed {
  private static final Duration SOON = Duration.ofSeconds(30);

  final String user = "mei." + UUID.randomUUID().toString().substring(0, 8) + "@plant.example";
  final Browser browser = new Browser();
  final String room = Rooms.staffed();

  Pushed(PushService service) {
    joins(room);
    wants("null", "en");
    registers(service, browser);
  }

  void joins(String roomId) {
    as(OWNER)
        .body(Map.of("role", "EDITOR"))
        .put("/api/rooms/{id}/members/{u}", roomId, user)
        .then()
        .statusCode(200);
  }

  void wants(String quietHours, String language) {
    as(user)
        .body(
            """
            {"kinds": {"mention": %1$s, "assignment": {"feed": true, "mail": false},
               "out_of_bounds": %1$s, "escalation": %1$s},
             "quiet_hours": %2$s, "time_zone": "Asia/Taipei", "mail_digest": "off",
             "shift_end": "16:00", "language": "%3$s"}
            """
                .formatted(
                    "{\"feed\": true, \"mail\": false, \"push\": true}", quietHours, language))
        .put("/api/me/notification-settings")
        .then()
        .statusCode(200);
  }

  void registers(PushService service, Browser device) {
    as(user)
        .body(device.subscription(service.endpoint(device.name())))
        .put("/api/me/push-subscriptions")
        .then()
        .statusCode(204);
  }

  /** Returns once it is in the list: what is due by then is due by push, too. */
  void isMentioned(String excerpt) {
    int before = Notified.of(user, room, "mention").size();
    Notified.mention(room, user, OWNER, UUID.randomUUID().toString(), excerpt);
    Notified.awaited(user, room, "mention", before + 1);
  }

  static List<Received> awaited(PushService service, Browser device, int count) {
    return await().atMost(SOON).until(() -> service.of(device.name()), it -> it.size() == count);
  }
}
