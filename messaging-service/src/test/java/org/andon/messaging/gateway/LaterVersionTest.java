package org.andon.messaging.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.Tokens;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.Test;

/** What a later version has written, beside this one or before a rollback to it. */
@QuarkusTest
@QuarkusTestResource(Backing.class)
class LaterVersionTest extends RoomFixture {
  @Test
  void a_change_of_a_kind_that_this_version_does_not_know_is_told_all_the_same() throws Exception {
    String id;
    try (RoomClient mei = open(MEI)) {
      mei.post("82.5 °C");
      id = mei.next("ack").get("message_id").asText();
    }

    pin(id);

    try (RoomClient wei = open(WEI, "?after=1")) {
      JsonNode frame = wei.next("message_pinned");
      assertThat(frame.get("sequence_number").asLong()).isEqualTo(2);
      assertThat(frame.get("message_id").asText()).isEqualTo(id);
      assertThat(frame.get("pinned_by").asText()).isEqualTo(MEI);
    }
    given()
        .auth()
        .oauth2(Tokens.of(WEI))
        .get("/api/rooms/" + room + "/events")
        .then()
        .body("items[1].type", equalTo("message_pinned"));
  }

  private void pin(String messageId) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement change =
            connection.prepareStatement(
                """
                WITH counted AS (
                  UPDATE room_sequences SET last_sequence = last_sequence + 1 WHERE room_id = ?
                  RETURNING room_id, last_sequence
                )
                INSERT INTO message_changes
                  (change_id, room_id, sequence_number, message_id, user_id, created_at, kind, frame_fields)
                SELECT ?, room_id, last_sequence, ?, ?, now(), 'pinned', ?
                FROM counted
                """)) {
      change.setObject(1, room);
      change.setObject(2, UUID.randomUUID());
      change.setObject(3, UUID.fromString(messageId));
      change.setString(4, MEI);
      change.setString(5, "{\"pinned_by\":\"" + MEI + "\"}");
      change.executeUpdate();
    }
  }
}
