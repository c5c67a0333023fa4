package org.andon.auth.machine;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of service accounts. */
@ConfigMapping(prefix = "andon.service-accounts")
interface MachineConfig {

  /** Accounts there may be: more machines than a plant has that write, few enough to look over. */
  @WithDefault("200")
  int atMost();

  /** Rooms and templates of one account: all of them stand in each of its tokens. */
  @WithDefault("50")
  int maxScope();

  /** Tokens of one account that may be valid at once; a machine needs one for each process. */
  @WithDefault("100")
  int tokensAtOnce();

  /** For how long the secret before a rotation is still good, if nothing else is asked for. */
  @WithDefault("24h")
  Duration rotationOverlap();

  /** The longest overlap that may be asked for. */
  @WithDefault("30d")
  Duration maxRotationOverlap();
}
