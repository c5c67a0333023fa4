package org.andon.auth.throttle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many logins may fail in a period; one attempt comes back each time its share has passed. */
@ConfigMapping(prefix = "andon.login-throttle")
interface ThrottleConfig {

  @WithDefault("15m")
  Duration period();

  /** For one name from one address: a person's typing errors, and hopeless for guessing. */
  @WithDefault("5")
  int perNameAndAddress();

  /** From a browser that has signed in by this name before; nobody else can use these up. */
  @WithDefault("10")
  int perDevice();

  /** From one address, whatever the names: a whole plant may be behind one. */
  @WithDefault("200")
  int perAddressInAll();

  /** From one address for accounts that never signed in from there, so for guesses at many. */
  @WithDefault("60")
  int perAddress();

  /**
   * For one account, by whatever name, from all places it has never signed in from, in an {@link
   * #accountPeriod}. With what comes back in the half hour over which directories count: six, and
   * the usual thresholds at which they lock an account are higher.
   */
  @WithDefault("4")
  int perAccount();

  @WithDefault("1h")
  Duration accountPeriod();

  /**
   * From so many wrong passwords on that the directory has counted itself ({@code badPwdCount}), no
   * password from a place that is new to the account is tried any more; below the threshold at
   * which the directory locks it.
   */
  @WithDefault("4")
  int badPwdCount();

  /** For how long an address or device is known after it was last signed in from. */
  @WithDefault("90d")
  Duration knownFor();

  /**
   * For how long a pod remembers by itself that somebody has no attempts left: a flood costs one
   * look into the database in this time.
   */
  @WithDefault("5s")
  Duration remembered();

  /** Whose attempts are remembered so; some hundred bytes each. */
  @WithDefault("20000")
  int rememberedAtMost();

  /**
   * Logins of a pod that may ask the database about attempts at once; far fewer than its pool has
   * connections (16), so that a flood leaves some to those who are signed in.
   */
  @WithDefault("6")
  int atOnce();

  /** How long a login waits for its turn at that; what takes longer is answered 503. */
  @WithDefault("1s")
  Duration turnTimeout();
}
