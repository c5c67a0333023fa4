package org.andon.messaging.message;

import com.fasterxml.jackson.databind.JsonNode;

/** The beginning of what a message says. */
public final class Excerpt {
  private Excerpt() {}

  /**
   * @param content as clients get it: text, or an object
   * @param length code points that are shown at most
   */
  public static String of(JsonNode content, int length) {
    String text = content.isTextual() ? content.textValue() : content.toString();
    return text.codePointCount(0, text.length()) <= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, length));
  }
}
