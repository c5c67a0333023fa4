package org.andon.auth.session;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "refresh_tokens")
class RefreshTokenEntity {

  @Id String tokenHash;
  UUID sessionId;
  Instant usedAt;
  byte[] successorSalt;

  static RefreshTokenEntity of(RefreshToken token, UUID sessionId) {
    var entity = new RefreshTokenEntity();
    entity.tokenHash = token.hash();
    entity.sessionId = sessionId;
    return entity;
  }

  boolean isUsed() {
    return usedAt != null;
  }

  boolean isUsedUp(Instant now, Duration grace) {
    return isUsed() && now.isAfter(usedAt.plus(grace));
  }

  void use(Instant now) {
    usedAt = now;
    successorSalt = RefreshToken.salt();
  }
}
