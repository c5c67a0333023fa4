package org.andon.file.publishing;

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

/** How far Kafka is behind the database, for who is paged. Every pod tells the same. */
@ApplicationScoped
class UnpublishedEvents {
  private static final Logger LOG = Logger.getLogger(UnpublishedEvents.class);

  // By the partial indexes files_unpublished and files_deletion_unpublished.
  private static final String LAG =
      """
      select count(*), coalesce(extract(epoch from now() - min(since)), 0)
      from (
        select uploaded_at as since from files where published_at is null
        union all
        select deleted_at from files
        where deleted_at is not null and deletion_published_at is null) unpublished
      """;

  private final DataSource database;
  private volatile Lag lag = new Lag(0, 0);

  private record Lag(long events, double seconds) {}

  UnpublishedEvents(DataSource database, MeterRegistry registry) {
    this.database = database;
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
        PreparedStatement select = connection.prepareStatement(LAG);
        ResultSet row = select.executeQuery()) {
      row.next();
      lag = new Lag(row.getLong(1), Math.max(0, row.getDouble(2)));
    } catch (SQLException e) {
      LOG.warnf("lag not measured, tried again soon: reason=%s", e.toString());
    }
  }
}
