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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Bucket4j's buckets in the table login_throttle. */
@ApplicationScoped
class Buckets {

  private static final int REMOVED_AT_ONCE = 1000;

  private final PostgreSQLSelectForUpdateBasedProxyManager<String> manager;
  private final EmptyBuckets empty;

  Buckets(DataSource database, EmptyBuckets empty, Clock clock) {
    this.empty = empty;
    this.manager =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .table("login_throttle")
            .clientClock(new Time(clock))
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ZERO))
            .build();
  }

  /** How long to wait for one of these, as far as this pod knows without asking the database. */
  Optional<Duration> knownWait(List<Limit> limits) {
    return limits.stream().map(empty::waitFor).flatMap(Optional::stream).findFirst();
  }

  /** Takes one of each, or none of any: then it says how long to wait. */
  Optional<Duration> take(List<Limit> limits) {
    List<Limit> taken = new ArrayList<>();
    for (var limit : limits) {
      var wait = take(limit);
      if (wait.isPresent()) {
        taken.forEach(this::giveBack);
        return wait;
      }
      taken.add(limit);
    }
    return Optional.empty();
  }

  private Optional<Duration> take(Limit limit) {
    var known = empty.waitFor(limit);
    if (known.isPresent()) {
      return known;
    }
    var probe = bucket(limit).tryConsumeAndReturnRemaining(1);
    if (probe.isConsumed()) {
      return Optional.empty();
    }
    var wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
    empty.remember(limit, wait);
    return Optional.of(wait);
  }

  void giveBack(Limit limit) {
    bucket(limit).addTokens(1);
    empty.forget(limit);
  }

  void refill(Limit limit) {
    bucket(limit).reset();
    empty.forget(limit);
  }

  /** Full at first, and full again a period after it was emptied. */
  private Bucket bucket(Limit limit) {
    int capacity = limit.capacity();
    return manager
        .builder()
        .build(
            limit.id(),
            () ->
                BucketConfiguration.builder()
                    .addLimit(
                        Bandwidth.builder()
                            .capacity(capacity)
                            .refillGreedy(capacity, limit.period())
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
