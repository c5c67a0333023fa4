package org.andon.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenFramesTest {
  private final ObjectMapper json = mapper();
  private final JsonSchema schema = schema("incident.messages.v1.message.json");

  @ParameterizedTest
  @ValueSource(strings = {"message.json", "message-image-ref.json"})
  void a_golden_message_validates_and_survives_the_record(String file) throws IOException {
    JsonNode golden = golden(file);

    MessageFrame frame = json.treeToValue(golden, MessageFrame.class);

    assertThat(schema.validate(golden)).isEmpty();
    ObjectNode written = json.valueToTree(frame);
    written.remove("edited_at");
    written.remove("deleted_at");
    assertThat(json.readTree(written.toString())).isEqualTo(golden);
  }

  @Test
  void the_schema_refuses_a_message_without_its_number() throws IOException {
    ObjectNode frame = (ObjectNode) golden("message.json");

    frame.remove("sequence_number");

    assertThat(schema.validate(frame)).isNotEmpty();
  }

  private JsonNode golden(String file) throws IOException {
    return json.readTree(getClass().getResource("/frames/" + file));
  }

  private static JsonSchema schema(String file) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(GoldenFramesTest.class.getResourceAsStream("/schemas/" + file));
  }

  private static ObjectMapper mapper() {
    ObjectMapper mapper =
        new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    mapper
        .configOverride(Instant.class)
        .setFormat(
            JsonFormat.Value.forPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX")
                .withTimeZone(java.util.TimeZone.getTimeZone("UTC")));
    return mapper;
  }
}
