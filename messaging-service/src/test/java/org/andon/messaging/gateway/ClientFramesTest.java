package org.andon.messaging.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.Neighbours;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Backing.class)
class ClientFramesTest extends RoomFixture {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]                                                          | invalid_frame",
        "{\"type\":\"dance\"}                                        | unknown_type",
        "{\"type\":7}                                                | invalid_field",
        "{\"content\":\"x\"}                                         | invalid_field",
        "{\"type\":\"message\"}                                      | invalid_field",
        "{\"type\":\"message\",\"content\":\"\"}                     | invalid_field",
        "{\"type\":\"message\",\"content\":7}                        | invalid_field",
        "{\"type\":\"message\",\"content\":\"a\\u0000b\"}            | invalid_field",
        "{\"type\":\"message\",\"content\":\"\\ud800\"}              | invalid_field",
        "{\"type\":\"message\",\"content\":\"x\",\"message_type\":\"system\"}   | invalid_field",
        "{\"type\":\"message\",\"content\":\"x\",\"message_type\":\"image_ref\"}| invalid_field",
        "{\"type\":\"message\",\"content\":\"x\",\"client_msg_id\":\"7\"}       | invalid_field",
        "{\"type\":\"message\",\"content\":\"x\",\"mentions\":\"all\"}          | invalid_field",
        "{\"type\":\"message\",\"content\":{},\"message_type\":\"incident_data\"} | invalid_field",
      })
  void a_bad_frame_is_told_what_is_wrong_and_the_socket_lives_on(String frame, String code) {
    try (RoomClient wei = open(WEI)) {
      wei.next("welcome");

      wei.send(frame);

      assertThat(wei.next("error").get("code").asText()).isEqualTo(code);
      wei.post("still here");
      assertThat(wei.next("ack").get("sequence_number").asLong()).isEqualTo(1);
    }
  }

  @Test
  void three_frames_in_a_row_that_are_not_json_close_the_socket() {
    try (RoomClient wei = open(WEI)) {
      wei.send("{").send("nonsense").send("[1]");

      assertThat(wei.closeCode()).isEqualTo(4400);
    }
  }

  @Test
  void incident_data_stays_json() {
    try (RoomClient wei = open(WEI)) {
      wei.send(
          """
          {"type":"message","message_type":"incident_data",
           "content":{"temperature":85.5,"huge":1e400,"exact":0.12345678901234567891,"path":"C:\\\\u0000"}}\
          """);

      JsonNode content = wei.next("message").get("content");

      assertThat(content.get("temperature").asDouble()).isEqualTo(85.5);
      assertThat(content.get("huge").isNumber()).isTrue();
      assertThat(content.get("path").asText()).isEqualTo("C:\\u0000");
    }
  }

  @Test
  void a_message_may_refer_to_a_file_of_its_own_room_only() {
    UUID ours = UUID.randomUUID();
    UUID theirs = UUID.randomUUID();
    Neighbours.knowFile(ours, room);
    Neighbours.knowFile(theirs, UUID.randomUUID());
    String frame =
        "{\"type\":\"message\",\"message_type\":\"image_ref\",\"content\":\"defect\",\"file_id\":\"%s\",\"file_url\":\"http://evil/x\"}";
    try (RoomClient wei = open(WEI)) {
      wei.send(frame.formatted(theirs)).send(frame.formatted(ours));

      assertThat(wei.next("error").get("field").asText()).isEqualTo("file_id");
      assertThat(wei.next("message").get("file_url").asText())
          .isEqualTo("http://localhost:8000/api/files/" + ours + "/content");
    }
  }
}
