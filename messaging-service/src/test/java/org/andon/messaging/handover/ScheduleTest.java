package org.andon.messaging.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.andon.messaging.handover.Schedule.Change;
import org.junit.jupiter.api.Test;

/** When shifts change, around changes of the clock too. */
class ScheduleTest {
  private static Schedule schedule(String zone, String... starts) {
    List<Shift> shifts =
        Stream.of(starts).map(start -> new Shift("at " + start, LocalTime.parse(start))).toList();
    return new Schedule(ZoneId.of(zone), shifts, 30, 1, null, null);
  }

  private static Instant at(String instant) {
    return Instant.parse(instant);
  }

  private static long changes(Schedule schedule, String from, String to) {
    return Stream.iterate(at(from), t -> t.isBefore(at(to)), t -> t.plusSeconds(60))
        .map(schedule::lastChange)
        .map(Optional::orElseThrow)
        .map(Change::at)
        .filter(change -> !change.isBefore(at(from)))
        .distinct()
        .count();
  }

  @Test
  void the_last_change_is_the_one_that_began_the_shift() {
    Schedule schedule = schedule("Asia/Taipei", "08:00", "20:00");

    assertThat(schedule.lastChange(at("2026-11-22T00:00:00Z")))
        .contains(new Change("at 08:00", at("2026-11-22T00:00:00Z"), at("2026-11-21T12:00:00Z")));
    assertThat(schedule.lastChange(at("2026-11-21T23:59:59Z")))
        .contains(new Change("at 20:00", at("2026-11-21T12:00:00Z"), at("2026-11-21T00:00:00Z")));
  }

  @Test
  void a_single_shift_hands_over_to_itself_every_day() {
    assertThat(schedule("UTC", "08:00").lastChange(at("2026-11-22T07:00:00Z")))
        .contains(new Change("at 08:00", at("2026-11-21T08:00:00Z"), at("2026-11-20T08:00:00Z")));
  }

  @Test
  void without_shifts_nothing_changes() {
    assertThat(schedule("UTC").lastChange(at("2026-11-22T07:00:00Z"))).isEmpty();
  }

  @Test
  void a_time_that_the_clocks_leave_out_comes_once_and_later() {
    Schedule schedule = schedule("Europe/Berlin", "02:30");

    assertThat(schedule.lastChange(at("2026-03-29T12:00:00Z")).orElseThrow().at())
        .isEqualTo(at("2026-03-29T01:30:00Z"));
    assertThat(changes(schedule, "2026-03-28T22:00:00Z", "2026-03-29T22:00:00Z")).isEqualTo(1);
  }

  @Test
  void a_time_that_comes_twice_counts_the_first_time_alone() {
    Schedule schedule = schedule("Europe/Berlin", "02:30");

    assertThat(schedule.lastChange(at("2026-10-25T12:00:00Z")).orElseThrow().at())
        .isEqualTo(at("2026-10-25T00:30:00Z"));
    assertThat(changes(schedule, "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z")).isEqualTo(1);
  }

  @Test
  void shifts_that_the_clocks_put_together_change_once() {
    Schedule schedule = schedule("Europe/Berlin", "02:30", "03:30");

    assertThat(changes(schedule, "2026-03-28T23:00:00Z", "2026-03-29T20:00:00Z")).isEqualTo(1);
  }
}
