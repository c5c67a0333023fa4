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

  /**
   * For one name from all addresses it has never signed in from. Below the usual threshold of ten
   * at which Active Directory locks an account, so that nobody has it locked through us.
   */
  @WithDefault("8")
  int perName();

  /** From one address that is new to the names tried: a whole plant may be behind one. */
  @WithDefault("60")
  int perAddress();

  /** From a browser that has signed in by this name before; nobody else can use these up. */
  @WithDefault("10")
  int perDevice();

  /** For how long an address or device is known after it was last signed in from. */
  @WithDefault("90d")
  Duration knownFor();
}
