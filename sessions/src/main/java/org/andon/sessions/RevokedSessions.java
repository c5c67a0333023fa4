package org.andon.sessions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** The sessions ended before their time, each for as long as a token of it could be valid. */
@ApplicationScoped
public class RevokedSessions {
  private final Cache<String, Instant> untils;

  RevokedSessions(SessionConfig config) {
    untils =
        Caffeine.newBuilder()
            .maximumSize(config.maxRevoked())
            .expireAfter(
                Expiry.<String, Instant>writing(
                    (sid, until) -> Duration.between(Instant.now(), until)))
            .build();
  }

  void add(String sid, Instant until) {
    if (until.isAfter(Instant.now())) {
      untils.asMap().merge(sid, until, (known, next) -> known.isAfter(next) ? known : next);
    }
  }

  /** Null, for a token that names no session, is none. */
  public boolean contains(String sid) {
    return sid != null && untils.getIfPresent(sid) != null;
  }
}
