package org.andon.room.room;

import static org.andon.room.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.room.room.RoomListSql.Scope;
import org.andon.room.testing.RoomStack;
import org.andon.room.testing.Rooms;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** What the plan of a page reads, while the rest of the plant is busy. */
@QuarkusTest
@QuarkusTestResource(RoomStack.class)
class SecondPageCostTest {
  private static final int MOVES_ELSEWHERE = 360_000;

  @Inject Session database;

  @Test
  @TestTransaction
  void the_second_page_reads_the_moves_of_ones_own_rooms_alone() throws Exception {
    String someone = UUID.randomUUID() + "@plant.example";
    String room =
        Rooms.create(someone, Map.of("title", "烤箱", "incident_type", "other", "severity", "low"));
    as(someone).body(Map.of("severity", "high")).patch("/api/rooms/{id}", room);
    database
        .createNativeMutationQuery(
            """
            insert into room_moves (room_id, activity_before, update_before)
            select gen_random_uuid(), now(), now() from generate_series(1, :count)
            """)
        .setParameter("count", MOVES_ELSEWHERE)
        .executeUpdate();

    JsonNode plan = plan(secondPage("1:1:"), someone);

    assertThat(plan.findValuesAsText("Node Type")).isNotEmpty();
    assertThat(movesRead(plan)).isBetween(1L, 9L);
  }

  private static RoomFilter secondPage(String snapshot) {
    Instant now = Instant.now();
    RoomOrder order = RoomOrder.LATEST_ACTIVITY;
    return new RoomFilter(
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of(),
        true,
        order,
        50,
        new RoomCursor(order, now, UUID.randomUUID(), now, snapshot));
  }

  private JsonNode plan(RoomFilter filter, String userId) throws JsonProcessingException {
    RoomListSql sql = new RoomListSql(filter, Scope.FEW_OF_ONES_OWN, userId);
    var explain =
        database.createNativeQuery(
            "explain (analyze, format json) " + sql.text().replace("{r.*}", "r.*"), String.class);
    sql.parameters().forEach(explain::setParameter);
    return new ObjectMapper().readTree(explain.getSingleResult());
  }

  /** Rows met in the table, those that a filter took out too. */
  private static long movesRead(JsonNode node) {
    long read = 0;
    if (node.path("Relation Name").asText().equals("room_moves")) {
      double rows =
          node.path("Actual Rows").asDouble() + node.path("Rows Removed by Filter").asDouble();
      read = Math.round(rows * node.path("Actual Loops").asDouble());
    }
    for (JsonNode child : node) {
      read += movesRead(child);
    }
    return read;
  }
}
