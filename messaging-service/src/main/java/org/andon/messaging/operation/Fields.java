package org.andon.messaging.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** The fields of a JSON object from outside; what is not as the protocol says is refused. */
public record Fields(JsonNode object) {
  private static final int UUID_LENGTH = 36;

  /** As JSON writes U+0000; a backslash that is itself escaped does not count. */
  private static final Pattern ESCAPED_NUL = Pattern.compile("(?<!\\\\)(\\\\\\\\)*\\\\u0000");

  public boolean has(String field) {
    JsonNode value = object.path(field);
    return !value.isMissingNode() && !value.isNull();
  }

  public boolean isNull(String field) {
    return object.path(field).isNull();
  }

  public boolean isObject(String field) {
    return object.path(field).isObject();
  }

  public String requiredText(String field) {
    JsonNode value = object.path(field);
    if (!value.isTextual()) {
      throw Refused.field(field, "is a required string.");
    }
    return storable(field, value.textValue());
  }

  /** A string of 1 to so many Unicode code points. */
  public String text(String field, int maxCodePoints) {
    String text = requiredText(field);
    int length = text.codePointCount(0, text.length());
    if (length < 1 || length > maxCodePoints) {
      throw Refused.field(field, "has 1 to " + maxCodePoints + " characters.");
    }
    return text;
  }

  /** A JSON object that is not empty, as text. */
  public String namedValues(String field, int maxBytes) {
    JsonNode value = object.path(field);
    if (!value.isObject() || value.isEmpty()) {
      throw Refused.field(field, "is a JSON object of named values for incident_data.");
    }
    String text = value.toString();
    if (text.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
      throw Refused.field(field, "has at most " + maxBytes + " bytes.");
    }
    if (ESCAPED_NUL.matcher(text).find()) {
      throw Refused.field(field, "must not hold U+0000.");
    }
    return storable(field, text);
  }

  /** Null if absent. */
  public UUID uuid(String field) {
    if (!has(field)) {
      return null;
    }
    JsonNode value = object.path(field);
    try {
      if (value.isTextual() && value.textValue().length() == UUID_LENGTH) {
        return UUID.fromString(value.textValue());
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw Refused.field(field, "is a UUID.");
  }

  public UUID requiredUuid(String field) {
    UUID value = uuid(field);
    if (value == null) {
      throw Refused.field(field, "is a required UUID.");
    }
    return value;
  }

  public boolean flag(String field, boolean absent) {
    JsonNode value = object.path(field);
    if (value.isMissingNode()) {
      return absent;
    }
    if (!value.isBoolean()) {
      throw Refused.field(field, "is true or false.");
    }
    return value.booleanValue();
  }

  /** A whole number, not negative. */
  public long requiredNumber(String field) {
    JsonNode value = object.path(field);
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
      throw Refused.field(field, "is a required whole number, not negative.");
    }
    return value.longValue();
  }

  /** A list of user ids, lower case, each once; empty if absent. */
  public List<String> userIds(String field, int max) {
    if (!has(field)) {
      return List.of();
    }
    JsonNode values = object.path(field);
    if (!values.isArray() || values.size() > max) {
      throw Refused.field(field, "is a list of at most " + max + " user ids.");
    }
    List<String> users = new ArrayList<>();
    for (JsonNode value : values) {
      if (!value.isTextual() || value.textValue().isBlank()) {
        throw Refused.field(field, "is a list of user ids.");
      }
      users.add(storable(field, value.textValue()).toLowerCase(Locale.ROOT));
    }
    return users.stream().distinct().toList();
  }

  /** PostgreSQL stores no U+0000, and UTF-8 has no lone surrogates. */
  private static String storable(String field, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (c == 0 || Character.isSurrogate(c)) {
        throw Refused.field(field, "must not hold U+0000 or lone surrogates.");
      }
    }
    return text;
  }
}
