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

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.andon.room.testing.RoomStack;
import org.andon.room.testing.Rooms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RoomStack.class)
class IncidentNotificationsTest {
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

  private void put(String user, String role) {
    as(OWNER)
        .body(Map.of("role", role))
        .put("/api/rooms/{id}/members/{user}", room, user)
        .then()
        .statusCode(200);
  }
}
