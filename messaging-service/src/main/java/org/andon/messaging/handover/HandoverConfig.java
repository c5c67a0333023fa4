package org.andon.messaging.handover;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits of handovers. */
@ConfigMapping(prefix = "andon.messaging.handover")
interface HandoverConfig {
  /** How often pods look whether a shift has changed: nobody is at the board earlier than that. */
  @WithDefault("2s")
  Duration checkEvery();

  /** What a handover on demand tells of where no shift is scheduled: a long shift. */
  @WithDefault("12h")
  Duration sinceWithoutSchedule();

  /** Two handovers of a line by the same person lie so far apart: what is sooner is a slip. */
  @WithDefault("10s")
  Duration onDemandEvery();

  /**
   * After so long nobody is counted as overdue any more: that shift has gone home, and its
   * successor has a handover of its own.
   */
  @WithDefault("24h")
  Duration countedFor();

  /**
   * Rooms of a handover, the gravest first: more cannot be told while two shifts stand together.
   */
  @WithDefault("100")
  int rooms();

  /** Rooms that are read at once: it bounds the memory that a shift change takes. */
  @WithDefault("100")
  int roomsAtOnce();

  /** Entries of each list of a room's digest, the newest; how many are left out is told. */
  @WithDefault("50")
  int entries();

  /** Characters of a message in a digest: the room has the whole of it. */
  @WithDefault("200")
  int excerpt();
}
