package org.andon.room.push;

import com.interaso.webpush.VapidKeys;
import com.interaso.webpush.WebPush;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.Optional;

/** Who we are to push services (RFC 8292). What is configured wrongly is said at the start. */
@Startup
@Singleton
class Vapid {
  private final Optional<WebPush> identity;

  Vapid(PushConfig config) {
    identity = config.enabled() ? Optional.of(identity(config)) : Optional.empty();
  }

  private static WebPush identity(PushConfig config) {
    String contact = required("contact", config.contact());
    String publicKey = required("public-key", config.publicKey());
    String privateKey = required("private-key", config.privateKey());
    try {
      return new WebPush(contact, VapidKeys.fromUncompressedBytes(publicKey, privateKey));
    } catch (Exception e) {
      // Neither key is in the message.
      throw new IllegalStateException(
          "andon.push: the keys are no VAPID key pair, or the contact is none: "
              + e.getClass().getSimpleName());
    }
  }

  private static String required(String name, Optional<String> value) {
    return value.orElseThrow(
        () -> new IllegalStateException("andon.push.allowed-hosts needs andon.push." + name));
  }

  /** None while push is off. */
  Optional<WebPush> identity() {
    return identity;
  }

  /** As {@code PushManager.subscribe} takes it; none while push is off. */
  Optional<String> publicKey() {
    return identity.map(
        it ->
            Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(it.getVapidKeys().getApplicationServerKey()));
  }
}
