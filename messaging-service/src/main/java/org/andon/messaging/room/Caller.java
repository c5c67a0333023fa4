package org.andon.messaging.room;

import java.time.Instant;

/**
 * Who calls, from a verified token.
 *
 * @param userId mail address, lower case
 * @param token the token itself, to call other services on the user's behalf
 */
public record Caller(
    String userId,
    String displayName,
    boolean admin,
    String sessionId,
    Instant expiresAt,
    String token) {

  @Override
  public String toString() {
    return userId;
  }
}
