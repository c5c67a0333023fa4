package org.andon.backing;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The topics of Andon's Kafka contract, version 1. */
public final class Topics {

  /** Every topic that services read or write today. */
  public static final List<Topic> ALL =
      List.of(
          retained("incident.messages.v1", 12, Duration.ofDays(7), Duration.ofDays(1)),
          compacted("incident.rooms.v1", 12, Duration.ofDays(7)),
          retained("incident.files.v1", 6, Duration.ofDays(7), Duration.ofDays(1)),
          retained("incident.readings.v1", 6, Duration.ofDays(7), Duration.ofDays(1)),
          retained("plant.alarms.v1", 6, Duration.ofDays(7), Duration.ofDays(1)),
          retained("incident.mentions.v1", 6, Duration.ofDays(7), Duration.ofDays(1)),
          retained("andon.sessions.v1", 3, Duration.ofHours(1), Duration.ofMinutes(10)),
          retained("andon.presence.v1", 6, Duration.ofMinutes(5), Duration.ofMinutes(1)),
          retained("andon.notifications.v1", 3, Duration.ofMinutes(5), Duration.ofMinutes(1)));

  private Topics() {}

  /** Kafka deletes whole segments, so a segment must roll well before its records expire. */
  private static Topic retained(String name, int partitions, Duration kept, Duration segment) {
    return new Topic(
        name,
        partitions,
        Map.of(
            "cleanup.policy", "delete",
            "retention.ms", millis(kept),
            "segment.ms", millis(segment)));
  }

  /** The last record of every key stays for ever, every other one at least this long. */
  private static Topic compacted(String name, int partitions, Duration everyRecordKept) {
    return new Topic(
        name,
        partitions,
        Map.of(
            "cleanup.policy", "compact",
            "min.compaction.lag.ms", millis(everyRecordKept),
            "segment.ms", millis(Duration.ofDays(1))));
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }
}
