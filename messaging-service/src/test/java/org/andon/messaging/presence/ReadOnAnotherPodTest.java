package org.andon.messaging.presence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.RoomTopic;
import org.andon.messaging.support.Tokens;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backing.class)
class ReadOnAnotherPodTest {
  private static final String WEI = "li.wei@plant.example";
  private static final String MEI = "chen.mei@plant.example";

  @TestHTTPResource("/")
  URI base;

  @Inject ObjectMapper json;
  @Inject AgroalDataSource dataSource;

  private final UUID room = UUID.randomUUID();

  @Test
  void what_somebody_reads_on_another_pod_is_no_longer_unread_in_their_feed_here()
      throws SQLException {
    try (SecondPod pod = new SecondPod(json);
        RoomClient feed = RoomClient.openFeed(base, Tokens.of(MEI))) {
      feed.next("welcome");
      RoomTopic.announce(room, 1, Map.of(WEI, "OWNER", MEI, "EDITOR"));
      feed.next("room_changed");
      try (RoomClient wei = RoomClient.open(base, room, Tokens.of(WEI), "")) {
        wei.post("read me");
        assertThat(unread(feed, 1).get("last_sequence_number").asLong()).isEqualTo(1);
      }

      hasReadElsewhere();
      pod.tell(new PresenceEvent.Read(pod.name(), room, Map.of(MEI, 1L)));

      assertThat(unread(feed, 0).get("room_id").asText()).isEqualTo(room.toString());
    }
  }

  private static JsonNode unread(RoomClient feed, int count) {
    return feed.next(
        frame ->
            frame.path("type").asText().equals("unread")
                && frame.path("last_sequence_number").asLong() == 1
                && frame.path("unread").asInt() == count);
  }

  /** The other pod has committed it before it tells of it. */
  private void hasReadElsewhere() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement insert = connection.createStatement()) {
      insert.execute("INSERT INTO read_positions VALUES ('%s', '%s', 1)".formatted(room, MEI));
    }
  }
}
