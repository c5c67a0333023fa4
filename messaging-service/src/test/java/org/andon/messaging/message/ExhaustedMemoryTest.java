package org.andon.messaging.message;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.Neighbours;
import org.andon.messaging.support.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backing.class)
class ExhaustedMemoryTest {
  private static final String TOO_MUCH = "more than memory holds";

  private final UUID room = UUID.randomUUID();

  /**
   * Runs out of memory over one text, when the message is written and its counter not yet moved.
   */
  @ApplicationScoped
  static class GreedyIndex implements MessageIndex {
    @Override
    public void posted(Connection connection, List<Message> messages) {
      if (messages.stream().anyMatch(message -> TOO_MUCH.equals(message.content()))) {
        throw new OutOfMemoryError("as the test says");
      }
    }

    @Override
    public void changed(Connection connection, List<Message> messages) {}
  }

  @Test
  void a_message_that_memory_ran_out_over_leaves_its_room_as_it_was() {
    Neighbours.knowRoom(room, "EDITOR");
    post("before").statusCode(201).body("sequence_number", equalTo(1));

    post(TOO_MUCH).statusCode(503).body("code", equalTo("unavailable"));

    post("after").statusCode(201).body("sequence_number", equalTo(2));
  }

  private ValidatableResponse post(String content) {
    return given()
        .auth()
        .oauth2(Tokens.of("oven3@plant.example"))
        .contentType("application/json")
        .body(Map.of("content", content))
        .post("/api/rooms/" + room + "/messages")
        .then();
  }
}
