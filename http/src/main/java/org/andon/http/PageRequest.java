package org.andon.http;

import org.jboss.resteasy.reactive.RestQuery;

/** Which page of a list is asked for. Texts, so that a wrong one can be answered by its name. */
public class PageRequest {
  /** What one answer may cost at most. */
  public static final int MAX_LIMIT = 200;

  private static final int DEFAULT_LIMIT = 50;

  @RestQuery public String limit;
  @RestQuery public String cursor;

  /** How many items at most, from 1 to {@value #MAX_LIMIT}. */
  public final int size() {
    try {
      int number = limit == null ? DEFAULT_LIMIT : Integer.parseInt(limit);
      if (number >= 1 && number <= MAX_LIMIT) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Answered below, as a number out of bounds is.
    }
    throw new InvalidParameter("limit", "must be a number from 1 to " + MAX_LIMIT);
  }
}
