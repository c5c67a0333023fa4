package org.andon.messaging.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.util.List;
import org.andon.contracts.OutOfBounds;

/**
 * What the readings of a message say that its room did not expect when it was committed. Stored as
 * a JSON object.
 *
 * @param wrongType the fields whose value is not of the expected type
 */
public record Findings(List<OutOfBounds> outOfBounds, List<String> wrongType) {
  public static final Findings NONE = new Findings(List.of(), List.of());

  private static final ObjectMapper JSON =
      new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

  boolean none() {
    return outOfBounds.isEmpty() && wrongType.isEmpty();
  }

  /** Null for nothing. */
  static String write(Findings findings) {
    try {
      return findings.none() ? null : JSON.writeValueAsString(findings);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static Findings read(String json) {
    try {
      return json == null ? NONE : JSON.readValue(json, Findings.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
