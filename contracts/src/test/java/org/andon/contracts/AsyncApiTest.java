package org.andon.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * That what the AsyncAPI document refers to is there and fits. That it is valid AsyncAPI is tested
 * beside the SPA, against the official schema, which is on npm alone.
 */
class AsyncApiTest {
  private final JsonSchemaFactory schemas =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private final JsonNode document = read("asyncapi.yaml");

  @Test
  void every_reference_resolves() {
    List<String> references = document.findValuesAsText("$ref");

    assertThat(references)
        .isNotEmpty()
        .allSatisfy(reference -> assertThat(resolved(reference).isMissingNode()).isFalse());
  }

  @Test
  void every_golden_frame_is_the_example_of_exactly_one_message() {
    List<String> examples =
        messages().stream()
            .flatMap(message -> examplesOf(message.getValue()))
            .map(example -> example.replace("./frames/", ""))
            .toList();

    assertThat(examples).containsExactlyInAnyOrderElementsOf(GoldenFrames.all());
  }

  @Test
  void every_example_fits_its_messages_schema_and_no_other_of_its_direction() {
    assertThat(messages())
        .allSatisfy(
            message ->
                assertThat(examplesOf(message.getValue()))
                    .allSatisfy(
                        example ->
                            assertThat(messagesThatTake(example))
                                .containsExactly(message.getKey())));
  }

  @Test
  void every_message_goes_over_a_channel() {
    List<String> used = document.path("channels").findValuesAsText("$ref");

    assertThat(used)
        .containsAll(messages().stream().map(m -> "#/components/messages/" + m.getKey()).toList());
  }

  @Test
  void every_topic_is_a_channel_that_somebody_publishes() throws IllegalAccessException {
    List<String> addresses = document.path("channels").findValuesAsText("address");
    List<String> published = document.path("operations").findValuesAsText("$ref");

    for (Field topic : TopicNames.class.getFields()) {
      assertThat(addresses).contains((String) topic.get(null));
    }
    assertThat(document.path("channels").properties())
        .filteredOn(channel -> channel.getKey().endsWith("_topic"))
        .allMatch(channel -> published.contains("#/channels/" + channel.getKey()));
  }

  @Test
  void every_message_of_a_channel_has_a_direction() {
    JsonNode operations = document.path("operations");

    assertThat(Stream.of("room", "me"))
        .allSatisfy(
            channel ->
                assertThat(operations.findValuesAsText("$ref")).containsAll(messagesOf(channel)));
  }

  private List<String> messagesOf(String channel) {
    String pointer = "/channels/" + channel + "/messages";
    return document.at(pointer).properties().stream()
        .map(message -> "#" + pointer + "/" + message.getKey())
        .toList();
  }

  private List<String> messagesThatTake(String example) {
    JsonNode frame = resolved(example);
    String direction = example.startsWith("./frames/client/") ? "client" : "server";
    return messages().stream()
        .filter(
            message -> examplesOf(message.getValue()).anyMatch(other -> other.contains(direction)))
        .filter(message -> takes(message.getValue(), frame))
        .map(Map.Entry::getKey)
        .toList();
  }

  private boolean takes(JsonNode message, JsonNode frame) {
    String payload = message.at("/payload/$ref").textValue().replace("./", "classpath:/");
    return schemas.getSchema(SchemaLocation.of(payload)).validate(frame).isEmpty();
  }

  private List<Map.Entry<String, JsonNode>> messages() {
    return List.copyOf(document.at("/components/messages").properties());
  }

  private static Stream<String> examplesOf(JsonNode message) {
    return message.path("examples").findValuesAsText("$ref").stream();
  }

  private JsonNode resolved(String reference) {
    String[] fileAndPointer = reference.split("#", 2);
    JsonNode file = fileAndPointer[0].isEmpty() ? document : read(fileAndPointer[0]);
    return fileAndPointer.length == 1 ? file : file.at(fileAndPointer[1]);
  }

  private static JsonNode read(String file) {
    ObjectMapper mapper = file.endsWith(".yaml") ? new YAMLMapper() : new ObjectMapper();
    URL resource = AsyncApiTest.class.getResource("/" + file.replaceFirst("^\\./", ""));
    assertThat(resource).as(file).isNotNull();
    try {
      return mapper.readTree(resource);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
