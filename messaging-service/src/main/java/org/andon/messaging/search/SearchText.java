package org.andon.messaging.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.Iterator;
import java.util.Map;
import org.andon.messaging.message.MessageType;

/** What of a message is searched, and shown where it was found. */
final class SearchText {
  private static final ObjectReader JSON = new ObjectMapper().reader();

  private SearchText() {}

  /** The text; of structured data its names and values: "temperature: 85, line: 3". */
  static String of(MessageType type, String content) {
    if (type != MessageType.INCIDENT_DATA) {
      return content == null ? "" : content;
    }
    try {
      StringBuilder text = new StringBuilder(content.length());
      append(text, JSON.readTree(content));
      return text.toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void append(StringBuilder text, JsonNode value) {
    if (value.isObject()) {
      for (Iterator<Map.Entry<String, JsonNode>> i = value.properties().iterator(); i.hasNext(); ) {
        Map.Entry<String, JsonNode> field = i.next();
        text.append(field.getKey()).append(": ");
        append(text, field.getValue());
        text.append(i.hasNext() ? ", " : "");
      }
    } else if (value.isArray()) {
      for (Iterator<JsonNode> i = value.iterator(); i.hasNext(); ) {
        append(text, i.next());
        text.append(i.hasNext() ? ", " : "");
      }
    } else {
      text.append(value.isTextual() ? value.textValue() : value.toString());
    }
  }
}
