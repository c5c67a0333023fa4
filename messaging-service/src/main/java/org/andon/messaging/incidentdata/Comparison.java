package org.andon.messaging.incidentdata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.andon.messaging.query.Conditions;

/**
 * {@code temperature>80}: a field, compared with a value of one type. A field of another type does
 * not match, not even {@code !=}; only {@code !=null} asks for anything but null.
 *
 * @param value a JSON number, string, boolean or null
 */
record Comparison(FieldPath field, Operator operator, JsonNode value) {
  private static final Pattern EXPRESSION =
      Pattern.compile("(" + FieldPath.PATH + ")(<=|>=|!=|=|<|>)(.+)", Pattern.DOTALL);
  private static final Pattern LITERAL =
      Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?|true|false|null|\".*", Pattern.DOTALL);
  private static final ObjectReader JSON =
      new ObjectMapper()
          .reader()
          .with(
              DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Empty if the text is no comparison, or one that has no sense: {@code true<false}. */
  static Optional<Comparison> of(String text) {
    Matcher expression = EXPRESSION.matcher(text);
    if (!expression.matches()) {
      return Optional.empty();
    }
    Operator operator = Operator.of(expression.group(2));
    Optional<JsonNode> value =
        value(expression.group(3).strip())
            .filter(v -> v.isNumber() || v.isTextual() || !operator.orders());
    return FieldPath.of(expression.group(1))
        .flatMap(field -> value.map(v -> new Comparison(field, operator, v)));
  }

  /** What is no number, {@code true}, {@code false}, {@code null} or quoted is a string as well. */
  private static Optional<JsonNode> value(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!LITERAL.matcher(text).matches()) {
      return Optional.of(TextNode.valueOf(text));
    }
    try {
      return Optional.of(JSON.readTree(text)).filter(Numbers::storable);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  void addTo(Conditions conditions) {
    if (operator == Operator.EQUAL) {
      // by the index incident_data_values
      conditions.and("data @> ?::jsonb", containing().toString());
    } else if (value.isNull()) {
      conditions.and("jsonb_typeof(" + element() + ") <> 'null'", field.names().toArray());
    } else {
      conditions
          .and("jsonb_typeof(" + element() + ") = ?", namesAnd(type()))
          .and(
              comparable(element()) + " " + operator.sql() + " " + comparable("?::jsonb"),
              namesAnd(value.toString()));
    }
  }

  private JsonNode containing() {
    JsonNode inner = value;
    for (String name : field.names().reversed()) {
      inner = JsonNodeFactory.instance.objectNode().set(name, inner);
    }
    return inner;
  }

  private String element() {
    return "data" + " -> ?".repeat(field.names().size());
  }

  /** Strings by their code points, whatever the database's collation. */
  private String comparable(String jsonb) {
    return value.isTextual() ? "((" + jsonb + ") #>> '{}') COLLATE \"C\"" : "(" + jsonb + ")";
  }

  private String type() {
    return value.getNodeType().name().toLowerCase(Locale.ROOT);
  }

  private Object[] namesAnd(String last) {
    List<Object> bound = new ArrayList<>(field.names());
    bound.add(last);
    return bound.toArray();
  }
}
