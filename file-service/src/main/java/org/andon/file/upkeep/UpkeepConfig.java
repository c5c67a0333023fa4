package org.andon.file.upkeep;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long what nobody needs is kept. */
@ConfigMapping(prefix = "andon.upkeep")
interface UpkeepConfig {
  /** How often a pod looks whether something is due. */
  @WithDefault("1m")
  Duration lookEvery();

  /** For comparing the whole store with the database; reads the list of all objects. */
  @WithDefault("6h")
  Duration sweepEvery();

  @WithDefault("1h")
  Duration purgeEvery();

  /**
   * How old an object without a row, or a row without an object, is before it is one for good: well
   * above {@code andon.file.upload-time}.
   */
  @WithDefault("1h")
  Duration orphanAge();

  /** How long a deleted file's bytes are kept, for who deleted the wrong one. */
  @WithDefault("30d")
  Duration retention();

  /**
   * More rows without an object than this in one sweep, and the store has lost data or is another
   * one: nothing is done then but to say so.
   */
  @WithDefault("20")
  int missingLimit();

  /**
   * More objects without a row than this in one sweep, and the database is an older one or not
   * ours: nothing is removed then but to say so. To be raised for once where they are orphans after
   * all.
   */
  @WithDefault("200")
  int unknownLimit();
}
