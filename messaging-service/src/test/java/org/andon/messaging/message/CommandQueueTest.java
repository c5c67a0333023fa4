package org.andon.messaging.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanContext;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.andon.messaging.MessagingConfig;
import org.andon.messaging.message.WriterLane.Submission;
import org.junit.jupiter.api.Test;

class CommandQueueTest {
  private static final Map<String, String> LIMITS =
      Map.of(
          "andon.messaging.pod-id", "test",
          "andon.messaging.public-url", "http://localhost:8000",
          "andon.messaging.refresh-rooms-every", "3s",
          "andon.messaging.writer.batch", "3",
          "andon.messaging.writer.batch-size", "1000",
          "andon.messaging.writer.queue", "5",
          "andon.messaging.writer.queue-size", "2000");

  private final CommandQueue queue =
      new CommandQueue(
          new SmallRyeConfigBuilder()
              .addDiscoveredConverters()
              .withMapping(MessagingConfig.class)
              .withSources(new PropertiesConfigSource(LIMITS, "limits", 1))
              .build()
              .getConfigMapping(MessagingConfig.class)
              .writer());

  private boolean offer(int characters) {
    return queue.offer(
        new Submission(
            new RoomCommand.RecordEvent(
                UUID.randomUUID(), "oven", 1L, "x".repeat(characters), null),
            0,
            SpanContext.getInvalid(),
            new CompletableFuture<>()));
  }

  /** The lengths of what is committed together. */
  private List<Integer> take() throws InterruptedException {
    List<Submission> taken = new ArrayList<>();
    queue.take(taken);
    return taken.stream()
        .map(each -> (int) each.command().contentBytes() / Character.BYTES)
        .toList();
  }

  @Test
  void a_group_ends_with_its_number_or_its_size() throws InterruptedException {
    for (int length : new int[] {1, 2, 3, 400, 200}) {
      assertThat(offer(length)).isTrue();
    }

    assertThat(take()).containsExactly(1, 2, 3);
    assertThat(take()).containsExactly(400);
    assertThat(take()).containsExactly(200);
  }

  @Test
  void what_is_larger_than_a_group_goes_alone() throws InterruptedException {
    offer(1);
    offer(900);
    offer(1);

    assertThat(take()).containsExactly(1);
    assertThat(take()).containsExactly(900);
    assertThat(take()).containsExactly(1);
  }

  @Test
  void there_is_room_again_once_something_was_taken() throws InterruptedException {
    assertThat(offer(900)).isTrue();
    assertThat(offer(200)).isFalse();
    assertThat(offer(100)).isTrue();

    take();

    assertThat(offer(200)).isTrue();
    assertThat(queue.size()).isEqualTo(2);
  }
}
