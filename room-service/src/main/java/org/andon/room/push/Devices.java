package org.andon.room.push;

import com.github.f4b6a3.uuid.UuidCreator;
import com.interaso.webpush.WebPush;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.net.URISyntaxException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.andon.room.push.PushException.InvalidField;

/** Registers browsers that could be sent to, and no others. */
@ApplicationScoped
class Devices {
  private static final int POINT_BYTES = 65;
  private static final int SECRET_BYTES = 16;

  private final AllowedHosts hosts;
  private final Vapid vapid;
  private final SubscriptionStore store;

  Devices(AllowedHosts hosts, Vapid vapid, SubscriptionStore store) {
    this.hosts = hosts;
    this.vapid = vapid;
    this.store = store;
  }

  /** The same endpoint again is the same browser, whoever sits before it now. */
  @Transactional(rollbackOn = SQLException.class)
  void register(String userId, String sessionId, RegisterDevice device) throws SQLException {
    store.put(
        subscription(userId, device),
        sessionId,
        Optional.ofNullable(device.expirationTime()).map(Instant::ofEpochMilli));
    store.keepNewest(userId);
  }

  void forget(String userId, String endpoint) throws SQLException {
    store.remove(userId, endpoint);
  }

  private Subscription subscription(String userId, RegisterDevice device) {
    URI endpoint = endpoint(device.endpoint());
    byte[] p256dh = decoded("keys.p256dh", device.keys().p256dh(), POINT_BYTES);
    byte[] auth = decoded("keys.auth", device.keys().auth(), SECRET_BYTES);
    vapid.identity().ifPresent(it -> tryOut(it, p256dh, auth));
    return new Subscription(
        UuidCreator.getTimeOrderedEpoch(),
        userId,
        endpoint,
        p256dh,
        auth,
        Optional.ofNullable(device.lang()));
  }

  private URI endpoint(String text) {
    URI endpoint;
    try {
      endpoint = new URI(text).parseServerAuthority();
    } catch (URISyntaxException e) {
      throw new InvalidField("endpoint", "must be an https address");
    }
    hosts
        .objection(endpoint)
        .ifPresent(
            objection -> {
              throw new InvalidField("endpoint", objection);
            });
    return endpoint;
  }

  private static byte[] decoded(String field, String text, int length) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      if (bytes.length == length) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // Told below, like a wrong length.
    }
    throw new InvalidField(field, "must be " + length + " bytes in base64url");
  }

  /** Whether anything can be encrypted for that key: a point may be off the curve. */
  private static void tryOut(WebPush identity, byte[] p256dh, byte[] auth) {
    try {
      var unused = identity.getBody(new byte[0], p256dh, auth);
    } catch (Exception e) {
      throw new InvalidField("keys.p256dh", "must be a point of the curve P-256");
    }
  }
}
