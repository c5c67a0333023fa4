package org.andon.file.file;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** How full it is, for who is paged before it is too full. Every pod tells the same sums. */
@ApplicationScoped
class QuotaGauges {
  private static final Logger LOG = Logger.getLogger(QuotaGauges.class);

  // One row per room that ever had a file; all of them are read.
  private static final String SUMS =
      """
      select coalesce(sum(bytes), 0), coalesce(sum(files), 0),
             count(*) filter (where bytes > ? * 0.9)
      from room_usage
      """;

  private final DataSource database;
  private final FileLimits limits;
  private volatile Sums sums = new Sums(0, 0, 0);

  private record Sums(long bytes, long files, long roomsNearlyFull) {}

  QuotaGauges(DataSource database, FileLimits limits, MeterRegistry metrics) {
    this.database = database;
    this.limits = limits;
    Gauge.builder("andon.files.size", () -> sums.bytes())
        .baseUnit(BaseUnits.BYTES)
        .description("Of all files that are not deleted")
        .register(metrics);
    Gauge.builder("andon.files.count", () -> sums.files())
        .description("Files that are not deleted")
        .register(metrics);
    Gauge.builder("andon.files.rooms.nearly.full", () -> sums.roomsNearlyFull())
        .description("Rooms with more than 90 % of their quota")
        .register(metrics);
  }

  @Scheduled(every = "${andon.metrics.every:30s}", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void measure() {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SUMS)) {
      select.setLong(1, limits.roomQuota().asLongValue());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        sums = new Sums(row.getLong(1), row.getLong(2), row.getLong(3));
      }
    } catch (SQLException e) {
      LOG.warnf("gauges wait: reason=%s", e.toString());
    }
  }
}
