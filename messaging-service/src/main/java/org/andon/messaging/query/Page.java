package org.andon.messaging.query;

import java.util.List;

/** A page of a list, as {@code http-api.md} shapes all of them. */
public record Page<T>(List<T> items, Pagination pagination) {
  /**
   * @param next the cursor of the next page; null on the last one
   */
  public record Pagination(int limit, boolean hasMore, String next) {}

  public static <T> Page<T> of(List<T> items, int limit, String next) {
    return new Page<>(items, new Pagination(limit, next != null, next));
  }
}
