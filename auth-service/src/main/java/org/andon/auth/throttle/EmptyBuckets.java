package org.andon.auth.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * This pod's memory of buckets that were empty a moment ago. It only ever saves a look: another pod
 * may have given an attempt back since, and then one waits a few seconds longer.
 */
@ApplicationScoped
class EmptyBuckets {

  private final Cache<String, Instant> until;
  private final Clock clock;

  EmptyBuckets(ThrottleConfig config, Clock clock) {
    this.until =
        Caffeine.newBuilder()
            .maximumSize(config.rememberedAtMost())
            .expireAfterWrite(config.remembered())
            .build();
    this.clock = clock;
  }

  void remember(Limit limit, Duration wait) {
    until.put(limit.id(), clock.instant().plus(wait));
  }

  void forget(Limit limit) {
    until.invalidate(limit.id());
  }

  /** How long until it has an attempt again; nothing when it is not known to be empty. */
  Optional<Duration> waitFor(Limit limit) {
    return Optional.ofNullable(until.getIfPresent(limit.id()))
        .map(time -> Duration.between(clock.instant(), time))
        .filter(Duration::isPositive);
  }
}
