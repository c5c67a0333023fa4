package org.andon.messaging.gateway;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.andon.messaging.MessagingConfig;
import org.andon.sessions.RevokedSessions;

/** All open sessions of this pod: their heartbeat, and their end when the pod drains. */
@ApplicationScoped
class Sessions {
  private static final Duration DRAIN_LIMIT = Duration.ofSeconds(3);
  private static final Duration DRAIN_LOOK = Duration.ofMillis(20);

  private final Set<Client> open = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> openOfUser = new ConcurrentHashMap<>();
  private final RevokedSessions revoked;
  private final MessagingConfig.Socket config;
  private volatile boolean draining;

  Sessions(RevokedSessions revoked, MessagingConfig config, SocketMeters meters) {
    this.revoked = revoked;
    this.config = config.socket();
    meters.watch("room", () -> count(Session.class));
    meters.watch("feed", () -> count(FeedSession.class));
  }

  private long count(Class<? extends Client> kind) {
    return open.stream().filter(kind::isInstance).count();
  }

  /** A client that was told to go elsewhere must not come back here. */
  boolean draining() {
    return draining;
  }

  /** Whether a user has as many sockets on this pod as they may. */
  boolean enoughOf(String userId) {
    return openOfUser.getOrDefault(userId, 0) >= config.socketsPerUser();
  }

  void add(Client client) {
    if (open.add(client)) {
      openOfUser.merge(client.userId(), 1, Integer::sum);
    }
  }

  void remove(Client client) {
    if (open.remove(client)) {
      openOfUser.computeIfPresent(client.userId(), (user, count) -> count > 1 ? count - 1 : null);
    }
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void checkHealth() {
    Instant now = Instant.now();
    open.forEach(
        client ->
            client.checkHealth(
                now, revoked::contains, config.pingInterval(), config.pongTimeout()));
  }

  /**
   * Before anything else stops: clients go to other pods, and their last frames are written first.
   * At {@code ShutdownEvent} the HTTP server would be closed already, and its sockets with it, by
   * 1000.
   */
  void drain(@Observes ShutdownDelayInitiatedEvent event) throws InterruptedException {
    draining = true;
    open.forEach(session -> session.close(CloseCode.DRAINING));
    Instant limit = Instant.now().plus(DRAIN_LIMIT);
    while (!open.isEmpty() && Instant.now().isBefore(limit)) {
      Thread.sleep(DRAIN_LOOK);
    }
  }
}
