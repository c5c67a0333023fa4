package org.andon.messaging.presence;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** One thread for all that happens in time here, however many people type. */
@ApplicationScoped
class PresenceTicks {
  private static final Logger LOG = Logger.getLogger(PresenceTicks.class);

  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("presence-", 0).factory());
  private final Presence presence;
  private final OtherPods others;
  private final Typists typists;
  private final PresenceTopic topic;
  private final PresenceConfig config;

  PresenceTicks(
      Presence presence,
      OtherPods others,
      Typists typists,
      PresenceTopic topic,
      PresenceConfig config) {
    this.presence = presence;
    this.others = others;
    this.typists = typists;
    this.topic = topic;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    every(config.gather(), () -> presence.flush(Instant.now()));
    every(config.gather(), () -> typists.expire(Instant.now()));
    every(config.heartbeat(), presence::heartbeat);
    every(config.gather(), () -> others.expire(Instant.now()));
  }

  /** Right after the sockets were closed, and before Kafka's channels are. */
  void stop(@Observes @Priority(2) ShutdownEvent event) {
    ticks.shutdownNow();
    topic.goodbye();
  }

  private void every(Duration period, Runnable task) {
    ScheduledFuture<?> unused =
        ticks.scheduleWithFixedDelay(
            () -> guarded(task), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** An executor drops a task that throws; this one is tried again at its next turn. */
  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("a presence task failed, and is tried again", e);
    }
  }
}
