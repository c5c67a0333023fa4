package org.andon.room.notification;

import static org.andon.room.notification.Notified.awaited;
import static org.andon.room.notification.Notified.of;
import static org.andon.room.testing.People.EDITOR;
import static org.andon.room.testing.People.OWNER;
import static org.andon.room.testing.People.VIEWER;
import static org.andon.room.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.andon.contracts.TopicNames;
import org.andon.room.testing.RoomStack;
import org.andon.room.testing.Rooms;
import org.andon.room.testing.Topic;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RoomStack.class)
class EscalationTest {
  @Inject DataSource database;
  @Inject Escalations escalations;

  @Test
  void a_critical_incident_nobody_responds_to_is_told_to_everybody_once() throws SQLException {
    String room = incident("critical");
    earlier(room, "11 minutes");

    awaited(OWNER, room, "escalation", 1);
    escalations.check();

    assertThat(of(VIEWER, room, "escalation"))
        .singleElement()
        .satisfies(it -> assertThat(it).containsEntry("details", Map.of("minutes", 10)));
    assertThat(of(OWNER, room, "escalation")).hasSize(1);
  }

  @Test
  void nobody_is_alarmed_where_somebody_responded_or_time_is_left_or_it_is_not_critical()
      throws SQLException {
    String answered = incident("critical");
    message(answered, EDITOR);
    earlier(answered, "11 minutes");
    String fresh = incident("critical");
    earlier(fresh, "9 minutes");
    String high = incident("high");
    earlier(high, "11 minutes");
    String forgotten = incident("critical");
    earlier(forgotten, "25 hours");

    escalations.check();

    for (String quiet : List.of(answered, fresh, high, forgotten)) {
      assertThat(of(OWNER, quiet, "escalation")).isEmpty();
    }
  }

  @Test
  void a_reopened_incident_has_its_minutes_anew_and_is_told_of_again() throws SQLException {
    String room = incident("critical");
    earlier(room, "11 minutes");
    awaited(VIEWER, room, "escalation", 1);
    message(room, EDITOR);
    reopen(room);
    escalations.check();
    assertThat(of(VIEWER, room, "escalation")).hasSize(1);

    earlier(room, "11 minutes");

    awaited(VIEWER, room, "escalation", 2);
    escalations.check();
    assertThat(of(VIEWER, room, "escalation")).hasSize(2);
  }

  @Test
  void who_reopened_an_incident_is_no_response_to_it_but_who_opened_it_may_be()
      throws SQLException {
    String room = incident("critical");
    role(room, EDITOR, "OWNER");
    Rooms.resolve(room);
    status(EDITOR, room, Map.of("status", "active"));

    message(room, EDITOR);
    earlier(room, "11 minutes");
    awaited(VIEWER, room, "escalation", 1);
    Rooms.resolve(room);
    status(EDITOR, room, Map.of("status", "active"));
    message(room, OWNER);
    earlier(room, "11 minutes");
    escalations.check();

    assertThat(of(VIEWER, room, "escalation")).hasSize(1);
  }

  @Test
  void an_old_message_that_comes_late_is_no_response_to_a_reopened_incident() throws SQLException {
    String room = incident("critical");
    message(room, EDITOR);
    reopen(room);

    message(room, EDITOR, Instant.now().minusSeconds(60));
    message(room, OWNER);
    earlier(room, "11 minutes");

    awaited(VIEWER, room, "escalation", 1);
  }

  @Test
  void an_incident_that_became_critical_has_its_minutes_from_then_on() throws SQLException {
    String room = incident("low");
    message(room, EDITOR);
    earlier(room, "11 minutes");

    severity(room, "critical");
    escalations.check();
    assertThat(of(VIEWER, room, "escalation")).isEmpty();
    earlier(room, "11 minutes");

    awaited(VIEWER, room, "escalation", 1);
  }

  @Test
  void an_incident_that_became_less_than_critical_waits_for_nobody() throws SQLException {
    String room = incident("critical");
    message(room, EDITOR);
    severity(room, "low");
    severity(room, "medium");
    earlier(room, "11 minutes");

    escalations.check();

    assertThat(of(VIEWER, room, "escalation")).isEmpty();
  }

  private static String incident(String severity) {
    return Rooms.create(
        OWNER,
        Map.of(
            "title",
            "Line stopped",
            "incident_type",
            "safety",
            "severity",
            severity,
            "members",
            List.of(
                Map.of("user_id", EDITOR, "role", "EDITOR"),
                Map.of("user_id", VIEWER, "role", "VIEWER"))));
  }

  /** Returns once it has been heard. */
  private static void message(String room, String sender) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    message(room, sender, now);
    await()
        .until(
            () -> Instant.parse(as(OWNER).get("/api/rooms/{id}", room).path("last_activity_at")),
            now::equals);
  }

  private static void message(String room, String sender, Instant at) {
    Topic.put(
        TopicNames.MESSAGES,
        room,
        Map.of("ce_type", "andon.message.posted", "ce_time", at.toString()),
        "{\"sender_id\":\"%s\"}".formatted(sender));
  }

  private static void reopen(String room) {
    Rooms.resolve(room);
    status(OWNER, room, Map.of("status", "active"));
  }

  private static void status(String user, String room, Map<String, String> status) {
    as(user).body(status).put("/api/rooms/{id}/status", room).then().statusCode(200);
  }

  private static void severity(String room, String severity) {
    as(OWNER)
        .body(Map.of("severity", severity))
        .patch("/api/rooms/{id}", room)
        .then()
        .statusCode(200);
  }

  private static void role(String room, String user, String role) {
    as(OWNER)
        .body(Map.of("role", role))
        .put("/api/rooms/{id}/members/{user}", room, user)
        .then()
        .statusCode(200);
  }

  /** As if all that has happened in the room had been so long ago. */
  private void earlier(String room, String age) throws SQLException {
    try (var connection = database.getConnection();
        var update =
            connection.prepareStatement(
                """
                with escalated as (
                  update room_escalations e set escalated_at = escalated_at - t.age
                  from (values (?::uuid, ?::interval)) t (room_id, age)
                  where e.room_id = t.room_id
                  returning 1)
                update rooms r
                set created_at = created_at - t.age, called_again_at = called_again_at - t.age
                from (values (?::uuid, ?::interval)) t (room_id, age)
                where r.room_id = t.room_id
                """)) {
      update.setString(1, room);
      update.setString(2, age);
      update.setString(3, room);
      update.setString(4, age);
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }
}
