package org.andon.auth.machine;

import java.time.Instant;
import java.util.UUID;

/**
 * A service account as admins see it.
 *
 * @param userId as whom it writes
 * @param lastUsedAt when it last got a token; null for never
 */
record ServiceAccountView(
    UUID clientId,
    String userId,
    String name,
    String description,
    Scope scope,
    Instant expiresAt,
    String createdBy,
    Instant createdAt,
    Instant lastUsedAt,
    long version) {

  static ServiceAccountView of(ServiceAccountEntity account) {
    return new ServiceAccountView(
        account.clientId,
        account.userId(),
        account.name,
        account.description,
        account.scope(),
        account.expiresAt,
        account.createdBy,
        account.createdAt,
        account.lastUsedAt,
        account.version);
  }
}
