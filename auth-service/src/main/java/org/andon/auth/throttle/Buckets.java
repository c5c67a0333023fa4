package org.andon.auth.throttle;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Bucket4j's buckets in the table login_throttle. */
@ApplicationScoped
class Buckets {

  private static final int REMOVED_AT_ONCE = 1000;

  private final PostgreSQLSelectForUpdateBasedProxyManager<String> manager;
  private final Duration period;

  Buckets(DataSource database, ThrottleConfig config, Clock clock) {
    this.period = config.period();
    this.manager =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .table("login_throttle")
            .clientClock(new Time(clock))
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ZERO))
            .build();
  }

  /** Full at first, and full again a period after it was emptied. */
  Bucket of(String id, int capacity) {
    return manager
        .builder()
        .build(
            id,
            () ->
                BucketConfiguration.builder()
                    .addLimit(
                        Bandwidth.builder()
                            .capacity(capacity)
                            .refillGreedy(capacity, period)
                            .id(Integer.toString(capacity))
                            .build())
                    .build());
  }

  /** Those that are full again need not be kept. */
  void removeFull() {
    int removed;
    do {
      removed = manager.removeExpired(REMOVED_AT_ONCE);
    } while (removed == REMOVED_AT_ONCE);
  }

  /** The service's clock, the same in all pods as far as clocks are. */
  private record Time(Clock clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
