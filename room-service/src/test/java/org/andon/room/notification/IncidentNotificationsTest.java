package org.andon.room.notification;

import static org.andon.room.notification.Notified.awaited;
import static org.andon.room.notification.Notified.of;
import static org.andon.room.notification.Notified.reading;
import static org.andon.room.testing.People.EDITOR;
import static org.andon.room.testing.People.OUTSIDER;
import static org.andon.room.testing.People.OWNER;
import static org.andon.room.testing.People.VIEWER;
import static org.andon.room.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.andon.contracts.TopicNames;
import org.andon.room.testing.RoomStack;
import org.andon.room.testing.Rooms;
import org.andon.room.testing.Topic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RoomStack.class)
class IncidentNotificationsTest {
  @Inject DataSource database;
  @Inject Escalations escalations;

  private String room;

  @BeforeEach
  void anIncident() {
    room = Rooms.staffed();
  }

  @Test
  void who_is_in_a_new_incident_is_told_with_their_role_but_not_who_made_it() {
    assertThat(of(EDITOR, room, "assignment"))
        .singleElement()
        .satisfies(it -> assertThat(it).containsEntry("details", Map.of("role", "EDITOR")))
        .satisfies(it -> assertThat(it).containsEntry("actor_id", OWNER));
    assertThat(of(VIEWER, room, "assignment")).hasSize(1);
    assertThat(of(OWNER, room, "assignment")).isEmpty();
  }

  @Test
  void who_is_added_or_made_owner_is_told_and_of_no_other_role() {
    put(OUTSIDER, "VIEWER");
    put(OUTSIDER, "EDITOR");
    put(OUTSIDER, "OWNER");

    assertThat(of(OUTSIDER, room, "assignment"))
        .extracting(it -> ((Map<?, ?>) it.get("details")).get("role").toString())
        .containsExactly("OWNER", "VIEWER");
  }

  @Test
  void a_value_that_stays_out_of_bounds_is_told_to_every_member_once() {
    reading(room, "temperature", "92.5");
    reading(room, "temperature", "93");
    reading(room, "pressure", "99");

    awaited(VIEWER, room, "out_of_bounds", 2);
    awaited(OWNER, room, "out_of_bounds", 2);
    assertThat(of(VIEWER, room, "out_of_bounds"))
        .extracting(it -> ((Map<?, ?>) it.get("details")).get("field").toString())
        .containsExactlyInAnyOrder("temperature", "pressure");
  }

  @Test
  void of_a_resolved_incident_no_reading_is_told() {
    Rooms.resolve(room);
    String active = Rooms.staffed();

    reading(room, "temperature", "92.5");
    reading(active, "temperature", "92.5");

    awaited(VIEWER, active, "out_of_bounds", 1);
    assertThat(of(VIEWER, room, "out_of_bounds")).isEmpty();
  }

  @Test
  void a_critical_incident_nobody_responds_to_is_told_to_everybody_once() throws SQLException {
    String critical = critical();
    openedAgo(critical, "11 minutes");

    awaited(OWNER, critical, "escalation", 1);
    escalations.check();

    assertThat(of(VIEWER, critical, "escalation"))
        .singleElement()
        .satisfies(it -> assertThat(it).containsEntry("details", Map.of("minutes", 10)));
    assertThat(of(OWNER, critical, "escalation")).hasSize(1);
  }

  @Test
  void nobody_is_alarmed_where_somebody_responded_or_time_is_left_or_it_is_not_critical()
      throws SQLException {
    String answered = critical();
    Topic.put(
        TopicNames.MESSAGES,
        answered,
        Map.of("ce_type", "andon.message.posted", "ce_time", "2026-03-02T08:15:04.007Z"),
        "{\"sender_id\":\"%s\"}".formatted(EDITOR));
    await()
        .until(() -> as(OWNER).get("/api/rooms/{id}", answered).path("first_response_at") != null);
    openedAgo(answered, "11 minutes");
    String fresh = critical();
    openedAgo(fresh, "9 minutes");
    openedAgo(room, "11 minutes");
    String forgotten = critical();
    openedAgo(forgotten, "25 hours");

    escalations.check();

    for (String quiet : new String[] {answered, fresh, room, forgotten}) {
      assertThat(of(OWNER, quiet, "escalation")).isEmpty();
    }
  }

  private static String critical() {
    return Rooms.create(
        OWNER,
        Map.of(
            "title", "Line stopped",
            "incident_type", "safety",
            "severity", "critical",
            "members",
                List.of(
                    Map.of("user_id", EDITOR, "role", "EDITOR"),
                    Map.of("user_id", VIEWER, "role", "VIEWER"))));
  }

  private void openedAgo(String roomId, String age) throws SQLException {
    try (var connection = database.getConnection();
        var update =
            connection.prepareStatement(
                "update rooms set created_at = now() - ?::interval where room_id = ?")) {
      update.setString(1, age);
      update.setObject(2, UUID.fromString(roomId));
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  private void put(String user, String role) {
    as(OWNER)
        .body(Map.of("role", role))
        .put("/api/rooms/{id}/members/{user}", room, user)
        .then()
        .statusCode(200);
  }
}
