package org.andon.file.web;

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
}
