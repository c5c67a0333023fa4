package org.andon.auth.token;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Keys that the service makes itself: each is published for a while before it signs, signs until
 * the next one does, and stays published until its last token has expired. All pods see the same
 * keys in the database, so they agree on which one signs.
 */
final class RotatingKeys implements KeySource {

  private static final int BITS = 2048;

  /**
   * Beyond the last token's expiry, for pods that noticed the change late and clocks that differ.
   */
  private static final Duration MARGIN = Duration.ofHours(1);

  private final StoredKeys stored;
  private final TokenConfig config;
  private final Clock clock;

  RotatingKeys(StoredKeys stored, TokenConfig config, Clock clock) {
    this.stored = stored;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public List<SigningKey> keys() {
    var now = clock.instant();
    var keys = QuarkusTransaction.requiringNew().call(stored::load);
    return isDue(keys, now) || keys.stream().anyMatch(key -> isOver(key, keys, now))
        ? QuarkusTransaction.requiringNew().call(() -> rotated(now))
        : keys;
  }

  private List<SigningKey> rotated(Instant now) {
    stored.lock();
    var keys = stored.load();
    if (isDue(keys, now)) {
      stored.add(SigningKey.of(generate(), successorSignsFrom(keys, now)));
    }
    keys.stream().filter(key -> isOver(key, keys, now)).forEach(stored::remove);
    return stored.load();
  }

  /** Whether it is time to publish the next key. */
  private boolean isDue(List<SigningKey> keys, Instant now) {
    return keys.isEmpty()
        || !now.plus(config.keys().announcement()).isBefore(retirement(keys.getLast()));
  }

  /** The very first key signs at once: nobody has a token yet. */
  private Instant successorSignsFrom(List<SigningKey> keys, Instant now) {
    if (keys.isEmpty()) {
      return now;
    }
    var announced = now.plus(config.keys().announcement());
    var planned = retirement(keys.getLast());
    return announced.isAfter(planned) ? announced : planned;
  }

  private Instant retirement(SigningKey key) {
    return key.signsFrom().plus(config.keys().rotation());
  }

  /** Whether its successor has signed for so long that every token of its own has expired. */
  private boolean isOver(SigningKey key, List<SigningKey> keys, Instant now) {
    var needed = now.minus(config.lifetime()).minus(MARGIN);
    return keys.stream()
        .anyMatch(
            other ->
                other.signsFrom().isAfter(key.signsFrom()) && other.signsFrom().isBefore(needed));
  }

  private static RSAPrivateCrtKey generate() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has RSA", e);
    }
  }
}
