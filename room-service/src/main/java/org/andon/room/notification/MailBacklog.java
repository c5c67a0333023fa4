package org.andon.room.notification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.andon.room.notification.MailQueue.Backlog;
import org.jboss.logging.Logger;

/** How far the mails are behind, for who is paged. Every pod tells the same. */
@Startup
@ApplicationScoped
class MailBacklog {
  private static final Logger LOG = Logger.getLogger(MailBacklog.class);

  /** No number is better than an old one. */
  private static final Backlog UNKNOWN = new Backlog(Double.NaN, Double.NaN);

  private final MailQueue queue;
  private final MailConfig config;
  private volatile Backlog backlog = UNKNOWN;

  MailBacklog(MailQueue queue, MailConfig config, MeterRegistry registry) {
    this.queue = queue;
    this.config = config;
    Gauge.builder("andon.mails.due", () -> backlog.notifications())
        .description("Notifications whose mail is due, or is tried again, of all pods together")
        .register(registry);
    TimeGauge.builder("andon.mails.due.oldest", () -> backlog.seconds(), TimeUnit.SECONDS)
        .description("Since when the longest due of them is to be sent or to be tried again")
        .register(registry);
  }

  @Scheduled(every = "${andon.metrics.every:15s}", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void measure() {
    try {
      backlog = config.enabled() ? queue.backlog() : new Backlog(0, 0);
    } catch (SQLException e) {
      backlog = UNKNOWN;
      LOG.warnf("mails not counted, tried again soon: reason=%s", e.toString());
    }
  }
}
