package org.andon.file.access;

import static org.andon.file.testing.People.OWNER;
import static org.andon.file.testing.People.VIEWER;
import static org.andon.file.testing.TestRooms.STAFF;
import static org.andon.file.testing.TestRooms.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.andon.file.testing.FileStack;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FileStack.class)
class RoomProjectionTest {
  @Inject RoomProjection projection;

  @Test
  void an_older_event_that_comes_late_changes_nothing() throws Exception {
    UUID room = UUID.randomUUID();
    projection.apply(event(room, 2, "active", null, Map.of(OWNER, "OWNER")));

    projection.apply(event(room, 1, "active", null, STAFF));

    assertThat(projection.standing(room, VIEWER, false))
        .hasValueSatisfying(standing -> assertThat(standing.mayRead()).isFalse());
    assertThat(projection.standing(room, OWNER, false))
        .hasValueSatisfying(standing -> assertThat(standing.mayWrite()).isTrue());
  }

  @Test
  void an_event_may_come_twice() throws Exception {
    UUID room = UUID.randomUUID();
    projection.apply(event(room, 1, "active", null, STAFF));

    projection.apply(event(room, 1, "active", null, STAFF));

    assertThat(projection.standing(room, VIEWER, false))
        .hasValue(new Standing("VIEWER", false, false));
  }
}
