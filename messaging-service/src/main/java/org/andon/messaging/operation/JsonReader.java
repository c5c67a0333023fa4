package org.andon.messaging.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import org.andon.messaging.operation.Refused.Code;

/** Reads what comes from outside: one JSON object, its numbers with all their digits. */
@ApplicationScoped
public class JsonReader {
  private final ObjectReader reader;

  JsonReader(ObjectMapper json) {
    this.reader =
        json.reader()
            .with(
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  }

  public Fields read(String text) {
    try {
      JsonNode value = reader.readTree(text);
      if (value.isObject()) {
        return new Fields(value);
      }
    } catch (JsonProcessingException e) {
      // told below: the parser's own words are not for clients
    }
    throw Refused.of(Code.INVALID_FRAME, "What you send is one JSON object.");
  }
}
