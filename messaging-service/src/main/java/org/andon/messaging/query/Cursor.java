package org.andon.messaging.query;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import org.andon.http.InvalidParameter;

/** Where the next page begins, for clients to hand back and not to read. */
public final class Cursor {
  private Cursor() {}

  public static String of(Object position) {
    byte[] text = position.toString().getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  /**
   * @param cursor null on the first page
   * @param parse throws an {@link IllegalArgumentException} at what is no position
   * @return null if the cursor is
   */
  public static <T> T read(String cursor, Function<String, T> parse) {
    if (cursor == null) {
      return null;
    }
    try {
      byte[] text = Base64.getUrlDecoder().decode(cursor);
      return parse.apply(new String(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new InvalidParameter("cursor", "is the next of a page's pagination.");
    }
  }
}
