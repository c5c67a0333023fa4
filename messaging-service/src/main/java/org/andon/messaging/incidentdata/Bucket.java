package org.andon.messaging.incidentdata;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A width of time, counted from 1970 in UTC: an hour begins on the hour, a day at midnight UTC. */
record Bucket(Duration width) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,8})([smhd])");
  private static final Duration WIDEST = Duration.ofDays(366);

  /** Empty if the text is not like 10s, 5m, 1h or 1d, up to 366d. */
  static Optional<Bucket> of(String text) {
    Matcher bucket = TEXT.matcher(text);
    if (!bucket.matches()) {
      return Optional.empty();
    }
    long count = Long.parseLong(bucket.group(1));
    Duration width =
        switch (bucket.group(2)) {
          case "s" -> Duration.ofSeconds(count);
          case "m" -> Duration.ofMinutes(count);
          case "h" -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        };
    return width.isZero() || width.compareTo(WIDEST) > 0
        ? Optional.empty()
        : Optional.of(new Bucket(width));
  }

  Instant startOf(Instant time) {
    long seconds = width.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
  }

  /** How many lie between two times, both of theirs included. */
  long count(Instant first, Instant last) {
    return Duration.between(startOf(first), startOf(last)).dividedBy(width) + 1;
  }

  /** The narrowest usual width that makes no more points than these. */
  static Optional<String> fitting(Instant first, Instant last, int points) {
    return Stream.of("1s", "10s", "1m", "5m", "15m", "1h", "6h", "1d", "7d", "30d")
        .filter(text -> of(text).orElseThrow().count(first, last) <= points)
        .findFirst();
  }
}
