package org.andon.http;

import java.util.List;
import java.util.function.Function;

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

  /**
   * @param found one item more than the limit, if there are as many
   * @param cursor the cursor past an item
   */
  public static <T> Page<T> of(List<T> found, int limit, Function<T, String> cursor) {
    boolean more = found.size() > limit;
    List<T> shown = more ? found.subList(0, limit) : found;
    String next = more ? cursor.apply(shown.getLast()) : null;
    return new Page<>(shown, new Pagination(limit, more, next));
  }

  public <R> Page<R> map(Function<T, R> view) {
    return new Page<>(items.stream().map(view).toList(), pagination);
  }
}
