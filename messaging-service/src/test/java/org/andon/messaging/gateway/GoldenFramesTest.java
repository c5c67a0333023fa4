package org.andon.messaging.gateway;

import static org.andon.testkit.RoomClient.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.Neighbours;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server reads and writes the frames that {@code contracts} holds. */
@QuarkusTest
@QuarkusTestResource(Backing.class)
class GoldenFramesTest extends RoomFixture {
  private static final JsonSchema DURABLE = schema("incident.messages.v1.json");
  private static final JsonSchema EPHEMERAL = schema("socket.server.v1.json");

  @Inject FrameCodec codec;
  @Inject ObjectMapper json;

  private static JsonSchema schema(String file) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(JsonSchema.class.getClassLoader().getResourceAsStream("schemas/" + file));
  }

  private String golden(String file) throws IOException {
    return json.readTree(getClass().getResource("/frames/client/" + file)).toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "add-reaction.json",
        "delete-message.json",
        "edit-message-incident-data.json",
        "edit-message.json",
        "mark.json",
        "message-file-ref.json",
        "message-image-ref.json",
        "message-incident-data.json",
        "message-text-least.json",
        "message-text.json",
        "ping.json",
        "read.json",
        "refresh-token.json",
        "remove-reaction.json",
        "typing.json",
        "unmark.json"
      })
  void every_golden_frame_of_a_client_is_understood(String file) throws IOException {
    String frame = golden(file);

    assertThatCode(() -> codec.read(frame)).doesNotThrowAnyException();
  }

  @Test
  void whatever_the_server_says_is_as_the_schemas_have_it() {
    UUID file = UUID.randomUUID();
    Neighbours.knowFile(file, room);
    List<JsonNode> said = new ArrayList<>();
    try (RoomClient watcher = open(WEI);
        RoomClient mei = open(MEI)) {
      String id = mei.call(frame("message", "content", "@li.wei 請看")).get("message_id").asText();
      mei.call(frame("message", "message_type", "image_ref", "content", "x", "file_id", file));
      mei.call(frame("message", "message_type", "incident_data", "content", Map.of("line", 3)));
      mei.call(frame("message", "content", "re", "reply_to", id));
      mei.call(frame("edit_message", "message_id", id, "content", "改"));
      mei.call(frame("add_reaction", "message_id", id, "emoji", "👍"));
      said.add(mei.call(frame("add_reaction", "message_id", id, "emoji", "👍")));
      mei.call(frame("remove_reaction", "message_id", id, "emoji", "👍"));
      mei.call(frame("mark", "message_id", id, "mark", "decision"));
      mei.call(frame("delete_message", "message_id", id));
      said.add(mei.call(frame("message", "content", "")));
      mei.send(frame("typing").toString());
      mei.send(frame("ping").toString());
      said.add(mei.next("pong"));
      said.addAll(mei.framesSoFar());
      said.add(watcher.next("typing"));
    }
    try (RoomClient resumed = open(WEI, "?after=0");
        RoomClient lost = open(WEI, "?after=999")) {
      said.add(resumed.next(frame -> true));
      for (int i = 0; i < 9; i++) {
        said.add(resumed.nextDurable());
      }
      said.add(lost.next("resync"));
    }

    assertThat(said)
        .allSatisfy(
            frame -> {
              boolean durable =
                  frame.has("message_id") && !frame.path("type").asText("").equals("ack");
              JsonSchema schema = durable ? DURABLE : EPHEMERAL;
              assertThat(schema.validate(frame)).as(frame.toString()).isEmpty();
            });
    Set<String> types = said.stream().map(f -> f.get("type").asText()).collect(Collectors.toSet());
    assertThat(types)
        .contains(
            "welcome",
            "resync",
            "ack",
            "error",
            "pong",
            "message",
            "message_edited",
            "message_deleted",
            "reaction_added",
            "reaction_removed",
            "message_marked");
  }
}
