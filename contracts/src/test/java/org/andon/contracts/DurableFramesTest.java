package org.andon.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DurableFramesTest {
  /** Only there when there is something to say. */
  private static final Set<String> OPTIONAL =
      Set.of("edited_at", "note", "out_of_bounds", "wrong_type", "machine");

  private final ObjectMapper json = mapper();
  private final JsonSchema schema =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(getClass().getResourceAsStream("/schemas/incident.messages.v1.json"));

  @Test
  void the_golden_frames_are_one_rooms_history_without_a_gap() {
    List<Long> numbers =
        durable().stream()
            .map(frame -> GoldenFrames.read(frame).path("sequence_number").longValue())
            .sorted()
            .toList();

    assertThat(numbers)
        .isEqualTo(LongStream.rangeClosed(1, numbers.size()).boxed().toList())
        .isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("durable")
  void a_golden_frame_fits_the_schema(String name) {
    assertThat(schema.validate(GoldenFrames.read(name))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("durable")
  void a_golden_frame_survives_its_record(String name) throws IOException {
    ObjectNode golden = GoldenFrames.read(name);

    Object frame = json.treeToValue(golden, recordOf(golden.path("type").textValue()));

    ObjectNode written = (ObjectNode) json.readTree(json.writeValueAsString(frame));
    golden.properties().stream()
        .filter(field -> field.getValue().isNull())
        .forEach(field -> assertThat(written.has(field.getKey())).isTrue());
    written
        .properties()
        .removeIf(field -> field.getValue().isNull() && !golden.has(field.getKey()));
    assertThat(written).isEqualTo(json.readTree(golden.toString()));
  }

  @ParameterizedTest
  @MethodSource("durable")
  void a_frame_that_lacks_a_field_is_refused(String name) {
    ObjectNode golden = GoldenFrames.read(name);

    assertThat(golden.fieldNames())
        .toIterable()
        .filteredOn(field -> !OPTIONAL.contains(field))
        .allSatisfy(
            field -> assertThat(schema.validate(golden.deepCopy().without(field))).isNotEmpty());
  }

  @ParameterizedTest
  @MethodSource("durable")
  void a_frame_with_a_field_of_another_type_is_refused(String name) {
    ObjectNode golden = GoldenFrames.read(name);

    assertThat(golden.fieldNames())
        .toIterable()
        .allSatisfy(
            field -> assertThat(schema.validate(golden.deepCopy().put(field, 4.5))).isNotEmpty());
  }

  @ParameterizedTest
  @MethodSource("durable")
  void a_field_that_is_added_later_is_let_through(String name) {
    ObjectNode frame = GoldenFrames.read(name).put("added_later", "by version 1.1");

    assertThat(schema.validate(frame)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "server/message-text.json | {'content': null}",
        "server/message-text.json | {'content': {'temperature': 85}}",
        "server/message-text.json | {'sequence_number': 0}",
        "server/message-text.json | {'created_at': '2026-11-22 03:00:00'}",
        "server/message-text.json | {'type': 'message_pinned'}",
        "server/message-replayed-deleted.json | {'content': 'what was deleted'}",
        "server/message-incident-data.json | {'content': '85 degrees'}",
        "server/message-image-ref.json | {'file_id': null}",
        "server/reaction-added.json | {'reactions': {'👍': 0}}",
        "server/system-member-added.json | {'role': 'ADMIN'}",
        "server/system-member-added.json | {'event': 'user_joined'}",
        "server/message-out-of-bounds.json | {'out_of_bounds': []}",
        "server/message-out-of-bounds.json | {'out_of_bounds': [{'field': 'temperature'}]}",
        "server/system-room-updated.json | {'changes': {'severity': {'to': 'high'}}}",
      },
      quoteCharacter = '"')
  void a_frame_that_contradicts_the_protocol_is_refused(String name, String change)
      throws IOException {
    ObjectNode frame = GoldenFrames.read(name);

    frame.setAll((ObjectNode) json.readTree(change.replace('\'', '"')));

    assertThat(schema.validate(frame)).isNotEmpty();
  }

  private static List<String> durable() {
    return GoldenFrames.durable();
  }

  private static Class<?> recordOf(String type) {
    return switch (type) {
      case "message" -> MessageFrame.class;
      case "message_edited" -> MessageEditedFrame.class;
      case "message_deleted" -> MessageDeletedFrame.class;
      case "reaction_added", "reaction_removed" -> ReactionFrame.class;
      case "message_marked" -> MessageMarkedFrame.class;
      case "system" -> SystemFrame.class;
      default -> throw new IllegalArgumentException(type);
    };
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
                .withTimeZone(TimeZone.getTimeZone("UTC")));
    return mapper;
  }
}
