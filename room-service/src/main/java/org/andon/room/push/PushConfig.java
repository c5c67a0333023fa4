package org.andon.room.push;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Web push; off unless there are hosts it may go to. */
@ConfigMapping(prefix = "andon.push")
interface PushConfig {
  /**
   * The push services of browsers that may be sent to, {@code host}, {@code host:port} or {@code
   * *.suffix}: a browser names the address, and must not have us call whatever it likes.
   */
  Optional<List<String>> allowedHosts();

  /** The VAPID key pair: base64url of the uncompressed P-256 point, and of the private number. */
  Optional<String> publicKey();

  Optional<String> privateKey();

  /** Whom a push service turns to: {@code mailto:} or {@code https://}. */
  Optional<String> contact();

  /** Browsers of one person; the one registered longest ago goes. A few shifts' tablets. */
  @WithDefault("10")
  int devicesPerUser();

  /**
   * A browser in which the app was not opened for so long is told no more: as long as a session
   * lasts at most, after which its person would have to show who they are.
   */
  @WithDefault("7d")
  Duration keptFor();

  /** How often browsers that are kept no longer are looked for. */
  @WithDefault("1h")
  Duration removeEvery();

  /** How long a push service may take to let us connect: it is near, or away. */
  @WithDefault("3s")
  Duration connectTimeout();

  /** How long it may take to answer; one that falls silent must not hold up the rest. */
  @WithDefault("10s")
  Duration timeout();

  default boolean enabled() {
    return allowedHosts().isPresent();
  }
}
