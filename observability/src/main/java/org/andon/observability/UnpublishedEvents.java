package org.andon.observability;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * How far Kafka is behind a service's database, for who is paged. Every pod tells the same.
 *
 * <p>Metrics: {@code andon.unpublished.events} (count) and {@code andon.unpublished.age} (seconds).
 */
@ApplicationScoped
class UnpublishedEvents {
  private static final Logger LOG = Logger.getLogger(UnpublishedEvents.class);

  private final DataSource database;
  private final String query;
  private volatile Lag lag = new Lag(0, 0);

  private record Lag(long events, double seconds) {}

  UnpublishedEvents(DataSource database, UnpublishedQuery query, MeterRegistry registry) {
    this.database = database;
    this.query = query.sql();
    Gauge.builder("andon.unpublished.events", () -> lag.events())
        .description("Events that are committed and not known to be on Kafka, of all pods together")
        .register(registry);
    TimeGauge.builder("andon.unpublished.age", () -> lag.seconds(), TimeUnit.SECONDS)
        .description("Age of the oldest of them")
        .register(registry);
  }

  @Scheduled(every = "${andon.metrics.every:15s}", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void measure() {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(query);
        ResultSet row = select.executeQuery()) {
      row.next();
      lag = new Lag(row.getLong(1), Math.max(0, row.getDouble(2)));
    } catch (SQLException e) {
      LOG.warnf("lag not measured, tried again soon: reason=%s", e.toString());
    }
  }
}
