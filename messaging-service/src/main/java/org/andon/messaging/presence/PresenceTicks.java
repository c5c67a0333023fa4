package org.andon.messaging.presence;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import org.andon.messaging.pace.Ticks;

/** One thread for all that happens in time here, however many people type. */
@ApplicationScoped
class PresenceTicks {
  private final Ticks ticks = new Ticks("presence", 1);
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
    ticks.every(config.gather(), () -> presence.flush(Instant.now()));
    ticks.every(config.gather(), () -> typists.expire(Instant.now()));
    ticks.every(config.heartbeat(), presence::heartbeat);
    ticks.every(config.gather(), () -> others.expire(Instant.now()));
  }

  /** Right after the sockets were closed, and before Kafka's channels are. */
  void stop(@Observes @Priority(2) ShutdownEvent event) {
    ticks.stop();
    topic.goodbye();
  }
}
