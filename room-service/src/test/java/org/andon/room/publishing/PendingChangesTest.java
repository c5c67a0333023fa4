package org.andon.room.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.andon.room.testing.RoomStack;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** In a transaction that never commits, so that no other takes the changes. */
@QuarkusTest
@QuarkusTestResource(RoomStack.class)
@TestTransaction
class PendingChangesTest {
  private static final int EVENT = 100_000;

  @Inject PendingChanges pending;
  @Inject Session database;

  private final UUID room = UUID.randomUUID();

  @Test
  void a_batch_ends_where_it_has_become_large_enough() {
    changes(30);

    List<PendingChange> batch = mine(pending.reserve(500, 4L * EVENT));

    assertThat(batch).extracting(PendingChange::version).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void a_change_larger_than_a_batch_is_one_of_its_own() {
    changes(2);

    List<PendingChange> batch = mine(pending.reserve(500, 1));

    assertThat(batch).extracting(PendingChange::version).containsExactly(1L);
    assertThat(batch.getFirst().event().data().getBytes(UTF_8)).hasSize(EVENT);
  }

  private List<PendingChange> mine(List<PendingChange> batch) {
    return batch.stream().filter(change -> change.roomId().equals(room)).toList();
  }

  private void changes(int count) {
    execute(
        """
        insert into rooms (room_id, title, incident_type, severity, status, created_by, created_at,
          updated_at, last_activity_at, member_count, version)
        values (:room, 'large', 'OTHER', 'LOW', 'ACTIVE', 'test', now(), now(), now(), 0, :count)
        """,
        count);
    execute(
        """
        insert into room_changes (room_id, version, type, changed_by, changed_at, event)
        select :room, version, 'andon.room.updated', 'test', now(), to_json(repeat('x', %d))
        from generate_series(1, :count) version
        """
            .formatted(EVENT - 2),
        count);
  }

  private void execute(String sql, int count) {
    database
        .createNativeMutationQuery(sql)
        .setParameter("room", room)
        .setParameter("count", count)
        .executeUpdate();
  }
}
