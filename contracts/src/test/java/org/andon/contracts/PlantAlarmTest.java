package org.andon.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlantAlarmTest {
  private final ObjectMapper json =
      new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
  private final JsonSchema schema =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(getClass().getResourceAsStream("/schemas/plant.alarms.v1.json"));

  private ObjectNode golden() throws IOException {
    return (ObjectNode) json.readTree(getClass().getResource("/events/plant-alarm-raised.json"));
  }

  @Test
  void the_golden_alarm_fits_the_schema_and_survives_its_record() throws IOException {
    assertThat(schema.validate(golden())).isEmpty();

    JsonNode written = json.valueToTree(json.treeToValue(golden(), PlantAlarm.class));

    assertThat(written).isEqualTo(golden());
  }

  @ParameterizedTest
  @ValueSource(strings = {"alarm_id", "location", "text"})
  void an_alarm_that_lacks_what_rooms_need_is_refused(String field) throws IOException {
    assertThat(schema.validate(golden().without(field))).isNotEmpty();
  }

  @Test
  void a_reading_is_a_plain_value() throws IOException {
    ObjectNode alarm = golden();

    alarm.putObject("readings").putObject("oven").put("temperature", 92.5);

    assertThat(schema.validate(alarm)).isNotEmpty();
  }
}
