package org.andon.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.time.Instant;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionRevokedTest {
  private static final SessionRevoked EVENT =
      new SessionRevoked(
          UUID.fromString("019aa6f0-0000-7000-8000-000000000001"),
          "li.wei@plant.example",
          "ended_by_admin",
          Instant.parse("2026-11-22T03:10:00Z"));

  private final ObjectMapper json = mapper();
  private final JsonSchema schema =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(getClass().getResourceAsStream("/schemas/andon.sessions.v1.json"));

  @Test
  void the_record_fits_the_schema_and_survives_it() throws IOException {
    ObjectNode written = json.valueToTree(EVENT);

    assertThat(schema.validate(written)).isEmpty();
    assertThat(json.treeToValue(written, SessionRevoked.class)).isEqualTo(EVENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sid", "user_id", "reason", "until"})
  void an_event_that_lacks_a_field_or_has_another_type_is_refused(String field) {
    ObjectNode written = json.valueToTree(EVENT);

    assertThat(schema.validate(written.deepCopy().without(field))).isNotEmpty();
    assertThat(schema.validate(written.deepCopy().put(field, 4.5))).isNotEmpty();
  }

  @Test
  void a_field_that_is_added_later_is_let_through() {
    ObjectNode written = json.valueToTree(EVENT);

    assertThat(schema.validate(written.put("added_later", "by version 1.1"))).isEmpty();
  }

  private static ObjectMapper mapper() {
    ObjectMapper mapper =
        new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    mapper
        .configOverride(Instant.class)
        .setFormat(
            JsonFormat.Value.forPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX")
                .withTimeZone(TimeZone.getTimeZone("UTC")));
    return mapper;
  }
}
