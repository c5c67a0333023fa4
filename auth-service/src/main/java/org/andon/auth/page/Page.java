package org.andon.auth.page;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list, and how to ask for the next.
 *
 * @param <T> a view
 */
public record Page<T>(List<T> items, Pagination pagination) {

  public static final String DEFAULT_LIMIT = "50";

  /** What a {@code limit} parameter looks like; text, so that a wrong one can be told by name. */
  public static final String LIMIT_PATTERN = "[1-9]\\d?|1\\d\\d|200";

  public static final String LIMIT_MESSAGE = "must be a whole number from 1 to 200";

  /** What an id looks like, and a cursor in lists that are ordered by id. */
  public static final String UUID_PATTERN = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";

  public static final String CURSOR_MESSAGE = "must be a cursor from a page before";

  /**
   * @param next the {@code cursor} of the next page, null on the last
   */
  public record Pagination(int limit, boolean hasMore, String next) {}

  /**
   * The first {@code limit} of the items; one more than that says that there is a next page.
   *
   * @param cursor tells where an item stands in the list
   */
  public static <T> Page<T> of(List<T> items, int limit, Function<T, String> cursor) {
    boolean hasMore = items.size() > limit;
    var shown = hasMore ? items.subList(0, limit) : items;
    var next = hasMore ? cursor.apply(shown.getLast()) : null;
    return new Page<>(List.copyOf(shown), new Pagination(limit, hasMore, next));
  }
}
