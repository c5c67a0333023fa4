package org.andon.messaging.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.messaging.support.Neighbours;
import org.andon.messaging.support.RoomTopic;
import org.andon.messaging.support.Tokens;
import org.andon.testkit.RoomClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;

/** A room with an owner, an editor and a viewer, and clients for them. */
abstract class RoomFixture {
  static final String WEI = "li.wei@plant.example";
  static final String MEI = "chen.mei@plant.example";
  static final String VIEWER = "viewer@plant.example";
  static final String STRANGER = "stranger@plant.example";

  @TestHTTPResource("/")
  URI base;

  @Inject AgroalDataSource dataSource;

  final UUID room = UUID.randomUUID();

  @BeforeEach
  void aRoomWithAnOwnerAnEditorAndAViewer() {
    Neighbours.knowRoomWithoutTheCaller(room);
    RoomTopic.announce(room, 1, Map.of(WEI, "OWNER", MEI, "EDITOR", VIEWER, "VIEWER"));
    Awaitility.await().until(() -> canEnter(WEI));
  }

  private boolean canEnter(String user) {
    try (RoomClient client = open(user)) {
      client.next("welcome");
      return true;
    } catch (java.util.concurrent.CompletionException e) {
      return false;
    }
  }

  RoomClient open(String user) {
    return open(user, "");
  }

  RoomClient open(String user, String query) {
    return RoomClient.open(base, room, Tokens.of(user), query);
  }

  static List<Long> numbers(List<JsonNode> frames) {
    return frames.stream().map(frame -> frame.get("sequence_number").asLong()).toList();
  }

  /** The error code that a message is answered with; empty for an ack. */
  static String answerTo(RoomClient client, String content) {
    String id = client.post(content).toString();
    JsonNode answer =
        client.next(
            frame ->
                frame.path("client_msg_id").asText().equals(id)
                    && !frame.get("type").asText().equals("message"));
    return answer.path("code").asText();
  }
}
