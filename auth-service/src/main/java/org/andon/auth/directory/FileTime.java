package org.andon.auth.directory;

import java.time.Instant;

/** Active Directory's times: hundreds of nanoseconds since 1601. */
final class FileTime {

  private static final long TICKS_PER_MILLI = 10_000;
  private static final long MILLIS_FROM_1601_TO_1970 = 11_644_473_600_000L;

  private FileTime() {}

  static Instant instant(long ticks) {
    return Instant.ofEpochMilli(ticks / TICKS_PER_MILLI - MILLIS_FROM_1601_TO_1970);
  }
}
