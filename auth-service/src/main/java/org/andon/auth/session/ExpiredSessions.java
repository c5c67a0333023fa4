package org.andon.auth.session;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Deletes sessions that can never live again; any number of pods may do so at once. */
@ApplicationScoped
class ExpiredSessions {

  /** So that no transaction is long, however many there are. */
  private static final int AT_ONCE = 500;

  private final SessionRepository sessions;
  private final Clock clock;

  ExpiredSessions(SessionRepository sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void delete() {
    int deleted;
    do {
      deleted =
          QuarkusTransaction.requiringNew()
              .call(() -> sessions.deleteExpired(clock.instant(), AT_ONCE));
    } while (deleted == AT_ONCE);
  }
}
