package org.andon.messaging.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReorderBufferTest {
  private static final byte[] TEXT = {};

  private final ReorderBuffer buffer = new ReorderBuffer(10);

  private static Frame frame(long number) {
    return new Frame(number, 0, TEXT);
  }

  @Test
  void the_next_frame_is_due_at_once() {
    assertThat(buffer.offer(frame(11))).containsExactly(frame(11));
    assertThat(buffer.delivered()).isEqualTo(11);
  }

  @Test
  void an_early_frame_waits_for_those_before_it() {
    assertThat(buffer.offer(frame(13))).isEmpty();
    assertThat(buffer.offer(frame(12))).isEmpty();

    assertThat(buffer.offer(frame(11))).containsExactly(frame(11), frame(12), frame(13));
  }

  @Test
  void what_was_seen_before_is_dropped() {
    buffer.offer(frame(11));

    assertThat(buffer.offer(frame(11))).isEmpty();
    assertThat(buffer.offer(frame(3))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void any_order_with_any_repeats_comes_out_once_and_in_order(long seed) {
    List<Long> offered = new ArrayList<>(LongStream.rangeClosed(5, 200).boxed().toList());
    offered.addAll(LongStream.rangeClosed(50, 120).boxed().toList());
    Collections.shuffle(offered, new Random(seed));

    List<Long> due = new ArrayList<>();
    offered.forEach(
        number -> buffer.offer(frame(number)).forEach(f -> due.add(f.sequenceNumber())));

    assertThat(due).isEqualTo(LongStream.rangeClosed(11, 200).boxed().toList());
  }
}
