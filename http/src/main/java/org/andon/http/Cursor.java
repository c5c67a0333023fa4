package org.andon.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** Where the next page of a list starts: opaque to clients, words without spaces to us. */
public final class Cursor {
  private Cursor() {}

  public static String of(Object... words) {
    String text = String.join(" ", List.of(words).stream().map(Object::toString).toList());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  /**
   * @param place what the words stand for; throws IllegalArgumentException when they are not ours
   * @return null when there is no cursor
   */
  public static <T> T parse(String cursor, int words, Function<String[], T> place) {
    if (cursor == null) {
      return null;
    }
    try {
      String[] found = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(" ", -1);
      if (found.length == words) {
        return place.apply(found);
      }
    } catch (IllegalArgumentException e) {
      // Answered below, as a cursor of another list is.
    }
    throw foreign();
  }

  public static InvalidParameter expired() {
    return new InvalidParameter("cursor", "is too old; start again at the first page");
  }

  public static InvalidParameter foreign() {
    return new InvalidParameter("cursor", "is not a cursor of this list");
  }
}
