package org.andon.messaging.incidentdata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.andon.contracts.IncidentRoom;
import org.andon.contracts.OutOfBounds;
import org.andon.messaging.message.Findings;
import org.andon.messaging.message.ReadingRules;

/** Holds readings against those that their rooms expect. */
@ApplicationScoped
class RoomExpectations implements ReadingRules {
  private static final ObjectReader JSON =
      new ObjectMapper().reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private static final TypeReference<List<IncidentRoom.Field>> FIELDS = new TypeReference<>() {};

  private final ObjectMapper json;

  RoomExpectations(ObjectMapper json) {
    this.json = json;
  }

  /** By primary key. */
  @Override
  public Expectations of(Connection connection, Set<UUID> roomIds) throws SQLException {
    Map<UUID, List<IncidentRoom.Field>> fields = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT room_id, fields FROM incident_rooms
            WHERE room_id = ANY (?) AND fields IS NOT NULL
            """)) {
      select.setArray(1, connection.createArrayOf("uuid", roomIds.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          fields.put(row.getObject(1, UUID.class), json.readValue(row.getString(2), FIELDS));
        }
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    return (roomId, content) -> hold(fields.getOrDefault(roomId, List.of()), content);
  }

  private static Findings hold(List<IncidentRoom.Field> fields, String content) {
    if (fields.isEmpty()) {
      return Findings.NONE;
    }
    JsonNode object = read(content);
    List<OutOfBounds> outOfBounds = new ArrayList<>();
    List<String> wrongType = new ArrayList<>();
    for (IncidentRoom.Field field : fields) {
      JsonNode value = object.path(field.name());
      // Nothing was measured.
      if (value.isMissingNode() || value.isNull()) {
        continue;
      }
      if (!isOfItsType(field, value)) {
        wrongType.add(field.name());
      }
      if (value.isNumber()) {
        addPassed(outOfBounds, field, value.decimalValue());
      }
    }
    return new Findings(List.copyOf(outOfBounds), List.copyOf(wrongType));
  }

  private static boolean isOfItsType(IncidentRoom.Field field, JsonNode value) {
    return switch (field.type()) {
      case "number" -> value.isNumber();
      case "integer" -> value.isNumber() && isWhole(value.decimalValue());
      case "text" -> value.isTextual();
      case "boolean" -> value.isBoolean();
      case "choice" -> value.isTextual() && field.choices().contains(value.textValue());
      // A type of a later version: whoever knows it may judge it.
      default -> true;
    };
  }

  private static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }

  private static void addPassed(
      List<OutOfBounds> passed, IncidentRoom.Field field, BigDecimal value) {
    if (field.low() != null && value.compareTo(field.low()) < 0) {
      passed.add(new OutOfBounds(field.name(), value, field.unit(), field.low(), "low"));
    } else if (field.high() != null && value.compareTo(field.high()) > 0) {
      passed.add(new OutOfBounds(field.name(), value, field.unit(), field.high(), "high"));
    }
  }

  private static JsonNode read(String content) {
    try {
      return JSON.readTree(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
