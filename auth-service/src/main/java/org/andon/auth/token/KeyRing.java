package org.andon.auth.token;

import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.andon.database.KeyCipher;
import org.jboss.logging.Logger;

/**
 * The keys of this installation, the same in every pod; without any the service does not start.
 * Once it has some it works on with them, whatever happens to where they come from.
 */
@Startup
@ApplicationScoped
class KeyRing {

  private static final Logger LOG = Logger.getLogger(KeyRing.class);

  private final KeySource source;
  private final Clock clock;
  private volatile List<SigningKey> keys;

  KeyRing(TokenConfig config, DataSource database, Clock clock) {
    this.source = source(config, database, clock);
    this.clock = clock;
    this.keys = source.keys();
  }

  private static KeySource source(TokenConfig config, DataSource database, Clock clock) {
    return config
        .signingKeyLocation()
        .<KeySource>map(file -> new GivenKeys(file, config.otherKeyLocations().orElse(List.of())))
        .orElseGet(
            () -> new RotatingKeys(new StoredKeys(database, cipher(config.keys())), config, clock));
  }

  private static KeyCipher cipher(TokenConfig.Keys config) {
    if (config.encryptionKey().isEmpty() && config.encryptionKeyLocation().isEmpty()) {
      throw new IllegalStateException(
          "set andon.token.keys.encryption-key (or -location) to have signing keys made and"
              + " rotated, or andon.token.signing-key-location to give one");
    }
    return KeyCipher.of(
        "andon.token.keys.encryption-key", config.encryptionKey(), config.encryptionKeyLocation());
  }

  @Scheduled(
      every = "{andon.token.key-check-interval}",
      delayed = "10s",
      concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void check() {
    try {
      keys = source.keys();
    } catch (RuntimeException e) {
      LOG.warnf("signing_keys stay as they are: reason=%s", e.toString());
    }
  }

  /** The one that signs now: the last whose time has come. */
  SigningKey signing() {
    var now = clock.instant();
    return keys.stream()
        .filter(key -> !key.signsFrom().isAfter(now))
        .max(Comparator.comparing(SigningKey::signsFrom))
        .orElseThrow();
  }

  List<SigningKey> all() {
    return keys;
  }

  Optional<SigningKey> byId(String id) {
    return keys.stream().filter(key -> key.id().equals(id)).findFirst();
  }
}
