package org.andon.auth.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.andon.auth.directory.DirectoryFailure;
import org.andon.auth.directory.PeopleDirectory;
import org.andon.auth.directory.Person;
import org.andon.auth.session.EndReason;
import org.andon.auth.session.Ending;
import org.andon.auth.session.Endings;
import org.jboss.logging.Logger;

/**
 * Ends the sessions of people who were disabled, or removed from our groups. Pods share the work:
 * each claims a page of sessions in the database, so every one is looked up once in an interval,
 * whatever the number of pods, and a pod asks the directory one question at a time.
 */
@ApplicationScoped
class AccountWatch {

  private static final Logger LOG = Logger.getLogger(AccountWatch.class);

  private final WatchedSessions watched;
  private final PeopleDirectory people;
  private final Endings endings;
  private final WatchConfig config;
  private final Clock clock;
  private volatile int pageSize;
  private volatile Optional<Instant> oldest = Optional.empty();

  AccountWatch(
      WatchedSessions watched,
      PeopleDirectory people,
      Endings endings,
      WatchConfig config,
      Clock clock,
      MeterRegistry metrics) {
    this.watched = watched;
    this.people = people;
    this.endings = endings;
    this.config = config;
    this.clock = clock;
    this.pageSize = config.pageSize();
    TimeGauge.builder("andon.account.watch.oldest", this::oldestSeconds, TimeUnit.SECONDS)
        .description("Since the account of the session that waits longest was looked up")
        .register(metrics);
  }

  private double oldestSeconds() {
    return oldest
        .map(time -> Duration.between(time, clock.instant()).toMillis() / 1000.0)
        .orElse(0.0);
  }

  @Scheduled(every = "{andon.account-watch.tick}", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void look() {
    try {
      List<WatchedSession> page;
      do {
        var now = clock.instant();
        page = watched.claim(now.minus(config.interval()), now, pageSize);
      } while (!page.isEmpty() && look(page));
      oldest = watched.oldest(clock.instant());
    } catch (WatchException away) {
      LOG.warnf("account_watch waits: reason=%s", away.getMessage());
    }
  }

  /** Whether the directory answered. When it does not, nobody is signed out. */
  private boolean look(List<WatchedSession> page) {
    try {
      var userIds = page.stream().map(WatchedSession::userId).collect(Collectors.toSet());
      end(page, people.byUserIds(userIds));
      pageSize = Math.min(config.pageSize(), 2 * pageSize);
      return true;
    } catch (DirectoryFailure away) {
      LOG.warnf("account_watch waits: page=%d reason=%s", page.size(), away.getMessage());
      askForLess(page);
      return false;
    }
  }

  /** Perhaps it was too much at once. A single one that fails waits an interval for its turn. */
  private void askForLess(List<WatchedSession> page) {
    if (page.size() > 1) {
      watched.unclaim(page);
    }
    pageSize = Math.max(1, page.size() / 2);
  }

  private void end(List<WatchedSession> page, Map<String, Person> permitted) {
    page.stream()
        .filter(session -> !session.isGrantedTo(permitted.get(session.userId())))
        .forEach(
            session ->
                endings.end(session.sessionId(), Ending.byService(EndReason.account_refused)));
  }
}
