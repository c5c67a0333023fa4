package org.andon.messaging.message;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.andon.messaging.MessagingConfig;
import org.andon.messaging.trace.Traces;

/**
 * Where commands are handed in. A room is always on the same lane, so what one sender sends stays
 * in order.
 */
@ApplicationScoped
public class MessageWriter {
  private final List<WriterLane> lanes = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  MessageWriter(
      GroupCommit group,
      EventFrames frames,
      CommitListener listener,
      CommitMeters meters,
      Traces traces,
      MessagingConfig config,
      MeterRegistry metrics) {
    for (int i = 0; i < config.writer().lanes(); i++) {
      WriterLane lane =
          new WriterLane(
              group, frames, listener, meters, traces, new CommandQueue(config.writer()));
      lanes.add(lane);
      threads.add(Thread.ofPlatform().daemon().name("writer-lane-" + i).unstarted(lane));
    }
    Gauge.builder("andon.writer.waiting", () -> lanes.stream().mapToInt(WriterLane::waiting).sum())
        .description("Commands that wait to be committed")
        .register(metrics);
  }

  void start(@Observes StartupEvent event) {
    threads.forEach(Thread::start);
  }

  void stop(@Observes ShutdownEvent event) {
    threads.forEach(Thread::interrupt);
  }

  /** Completes once the command has been committed; fails with a {@link WriteFailure}. */
  public CompletionStage<Receipt> submit(RoomCommand command) {
    return laneOf(command.roomId()).submit(command);
  }

  private WriterLane laneOf(UUID roomId) {
    return lanes.get(Math.floorMod(roomId.hashCode(), lanes.size()));
  }
}
