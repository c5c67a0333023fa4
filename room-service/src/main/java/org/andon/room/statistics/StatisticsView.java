package org.andon.room.statistics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;

/**
 * What became of the rooms that were opened in a period, as it stands now.
 *
 * @param from the first moment of the period
 * @param to the first moment after it
 * @param byIncidentType one entry for each type that occurred, the most frequent first; {@code
 *     bySeverity} and {@code byLocation} alike
 */
record StatisticsView(
    Instant from,
    Instant to,
    Figures total,
    List<Group> byIncidentType,
    List<Group> bySeverity,
    List<Group> byLocation) {

  /**
   * @param opened rooms; each of them is either {@code resolved} (archived ones too) or {@code
   *     open}
   * @param mttaSeconds mean time from opening to the first response by someone other than the
   *     creator, over the rooms that had one; null if none had
   * @param mttrSeconds mean time from opening to the last resolution, over the resolved ones; null
   *     if there are none
   */
  record Figures(long opened, long resolved, long open, Double mttaSeconds, Double mttrSeconds) {}

  /**
   * @param key the type, severity or location; null for rooms without location
   */
  record Group(String key, @JsonUnwrapped Figures figures) {}
}
