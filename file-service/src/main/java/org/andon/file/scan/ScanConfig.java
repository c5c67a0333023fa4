package org.andon.file.scan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** ClamAV's daemon; its StreamMaxLength must not be below the largest file. */
@ConfigMapping(prefix = "andon.scan")
interface ScanConfig {
  /** Off where the plant scans its store, or not at all. */
  @WithDefault("false")
  boolean enabled();

  @WithDefault("localhost")
  String host();

  @WithDefault("3310")
  int port();

  @WithDefault("2s")
  Duration connectTimeout();

  /** For the verdict; a large PDF may take clamd some seconds. */
  @WithDefault("60s")
  Duration answerTimeout();

  /** From connecting to the verdict: also for a clamd that takes no more of the file. */
  @WithDefault("2m")
  Duration scanTime();
}
