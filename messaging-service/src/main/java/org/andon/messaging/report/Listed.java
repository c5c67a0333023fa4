package org.andon.messaging.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A page of a list, as the other services answer. */
record Listed<T>(List<T> items, Pagination pagination) {
  /** The largest page that can be asked for. */
  static final int LIMIT = 200;

  record Pagination(boolean hasMore, String next) {}

  /**
   * Page after page.
   *
   * @param page asks for the page at a cursor, which is null for the first
   * @param most items after which no more are asked for
   */
  static <T> List<T> all(Function<String, Listed<T>> page, int most) {
    List<T> items = new ArrayList<>();
    String cursor = null;
    do {
      Listed<T> next = page.apply(cursor);
      items.addAll(next.items());
      cursor = next.pagination().next();
    } while (cursor != null && items.size() < most);
    return items;
  }
}
