package org.andon.messaging.operation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.andon.messaging.MessagingConfig;
import org.andon.messaging.operation.Refused.Code;

/** How fast somebody may post over HTTP: as fast as on a socket. */
@ApplicationScoped
class PostingRates {
  private final Cache<String, Bucket> buckets;
  private final MessagingConfig.Socket config;

  PostingRates(MessagingConfig config) {
    this.config = config.socket();
    // A bucket that was left alone for so long is full again, and need not be kept.
    Duration untilFull =
        Duration.ofSeconds(1L + this.config.burst() / this.config.framesPerSecond());
    this.buckets = Caffeine.newBuilder().expireAfterAccess(untilFull).build();
  }

  void take(String userId) {
    Bucket bucket =
        buckets.get(userId, user -> Budgets.shared(config.framesPerSecond(), config.burst()));
    if (!bucket.tryConsume(1)) {
      throw Refused.of(Code.RATE_LIMITED, "Too many messages. Wait a second, then go on.");
    }
  }
}
