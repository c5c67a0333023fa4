package org.andon.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

  @Test
  void one_item_more_than_the_limit_is_not_shown_but_says_that_there_is_more() {
    var page = Page.of(List.of("a", "b", "c"), 2, item -> item);

    assertThat(page.items()).containsExactly("a", "b");
    assertThat(page.pagination()).isEqualTo(new Page.Pagination(2, true, "b"));
  }

  @Test
  void the_last_page_has_no_next() {
    var page = Page.of(List.of("a", "b"), 2, item -> item);

    assertThat(page.items()).containsExactly("a", "b");
    assertThat(page.pagination()).isEqualTo(new Page.Pagination(2, false, null));
  }
}
