package org.andon.auth.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the audit is kept. */
@ConfigMapping(prefix = "andon.audit")
interface AuditConfig {

  /** A year: long enough for a yearly review to see the whole time since the last one. */
  @WithDefault("365d")
  Duration retention();
}
