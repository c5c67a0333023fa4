package org.andon.messaging.incidentdata;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.andon.http.InvalidParameter;
import org.andon.messaging.message.Message;
import org.andon.messaging.query.Parameters;

/** The values by name that a message brings, as the index takes them. */
record StructuredData(ObjectNode object) {
  /** In characters: an index entry must fit a third of a page of 8 KiB. */
  private static final int LONGEST_FIELD = 300;

  private static final ObjectReader JSON =
      new ObjectMapper().reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  /**
   * @param field a JSON pointer
   */
  record Reading(String field, BigDecimal value) {}

  /** The object that the message is, or an alarm's readings; nothing of other messages. */
  static Optional<StructuredData> of(Message message) {
    return switch (message.type()) {
      case INCIDENT_DATA -> of(read(message.content()));
      case SYSTEM -> of(read(message.content()).at("/alarm/readings"));
      case TEXT, IMAGE_REF, FILE_REF -> Optional.empty();
    };
  }

  private static Optional<StructuredData> of(JsonNode value) {
    return value instanceof ObjectNode object
        ? Optional.of(new StructuredData((ObjectNode) bounded(object)))
        : Optional.empty();
  }

  private static JsonNode read(String content) {
    try {
      return JSON.readTree(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A number beyond what the database holds is indexed as the text it is. */
  private static JsonNode bounded(JsonNode value) {
    switch (value) {
      case ObjectNode object -> object.properties().forEach(f -> f.setValue(bounded(f.getValue())));
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          array.set(i, bounded(array.get(i)));
        }
      }
      default -> {}
    }
    return Numbers.storable(value) ? value : TextNode.valueOf(value.asText());
  }

  /**
   * When it was measured: the field {@code timestamp} if it is a time as RFC 3339 writes it, else
   * when the message was posted.
   */
  Instant measuredAt(Instant postedAt) {
    JsonNode timestamp = object.path("timestamp");
    try {
      return timestamp.isTextual() ? Parameters.time("timestamp", timestamp.textValue()) : postedAt;
    } catch (InvalidParameter e) {
      return postedAt;
    }
  }

  /** Its numbers, those in objects too, so many at the most. */
  List<Reading> readings(int most) {
    List<Reading> readings = new ArrayList<>();
    collect(readings, JsonPointer.empty(), object, most);
    return readings;
  }

  private static void collect(
      List<Reading> readings, JsonPointer pointer, JsonNode value, int most) {
    if (value.isObject()) {
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        collect(readings, pointer.appendProperty(field.getKey()), field.getValue(), most);
      }
    } else if (value.isNumber()
        && readings.size() < most
        && pointer.toString().length() <= LONGEST_FIELD) {
      readings.add(new Reading(pointer.toString(), value.decimalValue()));
    }
  }
}
