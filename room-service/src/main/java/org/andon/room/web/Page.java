package org.andon.room.web;

import java.util.List;

/**
 * One page of a list.
 *
 * @param <T> the view of one item
 */
public record Page<T>(List<T> items, Pagination pagination) {

  /**
   * @param next the cursor of the next page; null on the last one
   */
  public record Pagination(int limit, boolean hasMore, String next) {}

  /** A list that is never longer than one page. */
  public static <T> Page<T> whole(List<T> items) {
    return new Page<>(items, new Pagination(items.size(), false, null));
  }
}
