package org.andon.auth.watch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often the directory is asked about those who are signed in. */
@ConfigMapping(prefix = "andon.account-watch")
interface WatchConfig {

  /** For how long an account that was disabled may go unnoticed. */
  @WithDefault("60s")
  Duration interval();

  /** How often to look whose turn it is; what falls due is so spread over the interval. */
  Duration tick();

  /** Sessions looked up at once: as many as one search may ask for without being a burden. */
  @WithDefault("100")
  int pageSize();
}
