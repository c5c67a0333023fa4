package org.andon.messaging.presence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.andon.messaging.presence.PodPlaces.Digest;
import org.andon.messaging.presence.PresenceEvent.OfRoom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PresenceEventTest {
  private static final String POD = "messaging-service-1";
  private static final String WEI = "li.wei@plant.example";
  private static final UUID ROOM = UUID.fromString("019aa6f0-0000-7000-8000-000000000001");

  private final ObjectMapper json =
      new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
  private final JsonSchema schema =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(getClass().getResourceAsStream("/schemas/andon.presence.v1.json"));

  static Stream<PresenceEvent> events() {
    return Stream.of(
        new PresenceEvent.Joined(POD, ROOM, WEI, "李偉"),
        new PresenceEvent.Left(POD, ROOM, WEI),
        new PresenceEvent.Alive(POD, new Digest(3, -42)),
        new PresenceEvent.Hello(POD, null),
        new PresenceEvent.Hello(POD, "messaging-service-2"),
        new PresenceEvent.State(POD, 0, 1, List.of(new Place(ROOM, new OnlineUser(WEI, "李偉")))),
        new PresenceEvent.Gone(POD),
        new PresenceEvent.Typing(POD, ROOM, WEI, true),
        new PresenceEvent.Read(POD, ROOM, Map.of(WEI, 7L)));
  }

  @ParameterizedTest
  @MethodSource("events")
  void every_event_fits_the_schema(PresenceEvent event) throws Exception {
    String written = json.writeValueAsString(event);

    assertThat(schema.validate(json.readTree(written))).isEmpty();
  }

  @Test
  void none_is_left_out() {
    long kinds =
        Stream.of(PresenceEvent.class.getPermittedSubclasses()).filter(Class::isRecord).count()
            + OfRoom.class.getPermittedSubclasses().length;

    assertThat(events().map(Object::getClass).distinct()).hasSize((int) kinds);
  }

  @Test
  void an_event_of_an_unknown_type_or_without_its_fields_is_refused() {
    ObjectNode typing = json.valueToTree(new PresenceEvent.Typing(POD, ROOM, WEI, true));

    assertThat(schema.validate(typing.deepCopy().put("type", "andon.sleeping"))).isNotEmpty();
    assertThat(schema.validate(typing.deepCopy().without("is_typing"))).isNotEmpty();
  }
}
