package org.andon.room.push;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/**
 * A browser, and how to reach it.
 *
 * @param endpoint a secret: whoever knows it may send there
 * @param p256dh the browser's key, an uncompressed P-256 point
 * @param auth a secret of 16 bytes that the browser shares with us
 * @param language what is shown there; none for its user's
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Subscription(
    UUID subscriptionId,
    String userId,
    URI endpoint,
    byte[] p256dh,
    byte[] auth,
    Optional<String> language) {

  @Override
  public String toString() {
    return subscriptionId.toString();
  }
}
