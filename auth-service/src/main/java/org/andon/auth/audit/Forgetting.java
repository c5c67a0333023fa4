package org.andon.auth.audit;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Deletes what is older than the retention; any number of pods may do so at once. */
@ApplicationScoped
class Forgetting {

  /** So that no transaction is long, however much there is to delete. */
  private static final int AT_ONCE = 1000;

  private final LoginEventRepository events;
  private final AuditConfig config;
  private final Clock clock;

  Forgetting(LoginEventRepository events, AuditConfig config, Clock clock) {
    this.events = events;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void forget() {
    var oldest = clock.instant().minus(config.retention());
    int deleted;
    do {
      deleted = events.deleteOlderThan(oldest, AT_ONCE);
    } while (deleted == AT_ONCE);
  }
}
