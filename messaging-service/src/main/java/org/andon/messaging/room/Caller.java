package org.andon.messaging.room;

import java.time.Instant;

/**
 * Who calls, from a verified token.
 *
 * @param userId mail address, lower case; of a machine {@code machine:} and its client id
 * @param token the token itself, to call other services on the user's behalf
 * @param machine null for a person
 */
public record Caller(
    String userId,
    String displayName,
    boolean admin,
    String sessionId,
    Instant expiresAt,
    String token,
    MachineScope machine) {

  @Override
  public String toString() {
    return userId;
  }
}
