package org.andon.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RepeatsTest {
  private final Repeats repeats = new Repeats();

  @Test
  void each_number_of_a_room_comes_first_once_in_whatever_order() {
    long[] first =
        LongStream.of(5, 7, 6, 5, 7, 8, 1).filter(n -> repeats.isFirst("oven", n)).toArray();

    assertThat(first).containsExactly(5, 7, 6, 8, 1);
    assertThat(repeats.isFirst("press", 5)).isTrue();
  }

  @Test
  void what_was_forgotten_is_taken_for_a_repeat() {
    LongStream.rangeClosed(1, 5_000).forEach(n -> repeats.isFirst("oven", n));

    assertThat(LongStream.rangeClosed(1, 5_000).filter(n -> repeats.isFirst("oven", n))).isEmpty();
    assertThat(repeats.isFirst("oven", 5_001)).isTrue();
  }
}
