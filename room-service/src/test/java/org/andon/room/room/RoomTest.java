package org.andon.room.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RoomTest {
  private static final String OWNER = "li.wei@plant.example";
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00.000Z");

  private final Room room =
      new Room(
          RoomDraft.of(
              new CreateRoom(
                  "Oven", IncidentType.EQUIPMENT_FAILURE, Severity.HIGH, null, null, null, null)),
          OWNER,
          NOW);

  @Test
  void a_removal_that_is_refused_changes_nothing() {
    assertThatThrownBy(() -> room.removeMember(OWNER)).isInstanceOf(RoomException.LastOwner.class);

    assertThat(room.roleOf(OWNER)).isEqualTo(Role.OWNER);
  }

  @Test
  void a_new_role_that_is_refused_changes_nothing() {
    assertThatThrownBy(() -> room.putMember(OWNER, Role.VIEWER, NOW))
        .isInstanceOf(RoomException.LastOwner.class);

    assertThat(room.roleOf(OWNER)).isEqualTo(Role.OWNER);
  }

  @Test
  void downtime_is_the_time_it_was_active_over_all_its_reopenings() {
    room.changeStatus(new ChangeStatus(RoomStatus.RESOLVED, "fixed"), NOW.plusSeconds(600));
    room.changeStatus(new ChangeStatus(RoomStatus.ACTIVE, null), NOW.plusSeconds(5_000));
    assertThat(room.downtimeSeconds).isEqualTo(600);

    room.changeStatus(new ChangeStatus(RoomStatus.RESOLVED, "now really"), NOW.plusSeconds(5_060));

    assertThat(room.downtimeSeconds).isEqualTo(660);
  }
}
