package org.andon.messaging.handover;

import static org.andon.messaging.handover.LineRoom.as;
import static org.andon.messaging.handover.LineRoom.handOver;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.Tokens;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.Test;

/** What open feeds hear of handovers. */
@QuarkusTest
@QuarkusTestResource(Backing.class)
class HandoverFeedTest {
  @TestHTTPResource("/")
  URI base;

  @Inject AgroalDataSource dataSource;

  private final String line = "Line " + UUID.randomUUID();
  private final String wei = "wei." + UUID.randomUUID() + "@plant.example";
  private final String mei = "mei." + UUID.randomUUID() + "@plant.example";
  private final String stranger = "stranger." + UUID.randomUUID() + "@plant.example";

  @Test
  void members_and_admins_are_told_when_one_is_made_is_overdue_and_is_acknowledged()
      throws SQLException {
    LineRoom room = new LineRoom(line, Map.of(wei, "EDITOR", mei, "VIEWER"));
    assertThat(room.id).isNotNull();

    try (RoomClient member = RoomClient.openFeed(base, Tokens.of(mei));
        RoomClient admin = RoomClient.openFeed(base, Tokens.ofAdmin("admin@plant.example"))) {
      member.next("welcome");
      admin.next("welcome");
      String id = handOver(wei, line, "").statusCode(201).extract().path("handover_id");
      expect(member, id);
      expect(admin, id);

      letItBeDue(id);
      expect(member, id);

      as(mei).put("/api/handovers/" + id + "/acknowledgement").then().statusCode(200);
      expect(member, id);
    }
  }

  @Test
  void who_is_in_none_of_its_rooms_is_told_nothing() {
    LineRoom room = new LineRoom(line, Map.of(wei, "EDITOR"));
    String elsewhere = "Line " + UUID.randomUUID();
    LineRoom another = new LineRoom(elsewhere, Map.of(stranger, "EDITOR"));
    assertThat(room.id).isNotEqualTo(another.id);

    try (RoomClient feed = RoomClient.openFeed(base, Tokens.of(stranger))) {
      feed.next("welcome");
      handOver(wei, line, "").statusCode(201);
      String own = handOver(stranger, elsewhere, "").statusCode(201).extract().path("handover_id");

      assertThat(feed.next("handovers_changed").path("handover_ids"))
          .extracting(it -> it.asText())
          .containsExactly(own);
    }
  }

  private static void expect(RoomClient feed, String handoverId) {
    feed.next(
        frame ->
            frame.path("type").asText().equals("handovers_changed")
                && frame.path("handover_ids").toString().contains(handoverId));
  }

  private void letItBeDue(String id) throws SQLException {
    try (var connection = dataSource.getConnection();
        var update =
            connection.prepareStatement(
                "UPDATE handovers SET due_at = now() - interval '1 minute' WHERE handover_id ="
                    + " ?")) {
      update.setObject(1, UUID.fromString(id));
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }
}
