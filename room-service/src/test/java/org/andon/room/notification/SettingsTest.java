package org.andon.room.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
  private static final Settings.Ways ALL = new Settings.Ways(true, true, true);

  private static Settings settings(Digest digest, QuietHours quiet) {
    return new Settings(
        new Settings.Kinds(ALL, ALL, ALL, ALL),
        quiet,
        TAIPEI,
        digest,
        LocalTime.of(16, 0),
        Language.EN);
  }

  private static QuietHours nights(Set<Day> days) {
    return new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 0), days, true);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(TAIPEI).toInstant();
  }

  @Test
  void who_has_set_nothing_gets_no_mail() {
    Settings standard = Settings.standard(TAIPEI);

    for (Kind kind : Kind.values()) {
      assertThat(standard.ways(kind).feed()).isTrue();
      assertThat(standard.mailDue(kind, true, Instant.now())).isEmpty();
    }
  }

  @Test
  void a_push_waits_for_the_end_of_quiet_hours_and_for_no_digest() {
    Settings settings = settings(Digest.OFF, nights(EnumSet.allOf(Day.class)));
    Instant night = at("2026-03-02T23:00");

    assertThat(settings.pushDue(Kind.MENTION, false, night)).contains(at("2026-03-03T06:00"));
    assertThat(settings.pushDue(Kind.MENTION, true, night)).contains(night);
    assertThat(Settings.standard(TAIPEI).pushDue(Kind.ESCALATION, true, night)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "AT_ONCE,   2026-03-02T15:10, 2026-03-02T15:10",
    "HOURLY,    2026-03-02T15:10, 2026-03-02T16:00",
    "HOURLY,    2026-03-02T23:59, 2026-03-03T00:00",
    "SHIFT_END, 2026-03-02T15:10, 2026-03-02T16:00",
    "SHIFT_END, 2026-03-02T16:00, 2026-03-03T16:00"
  })
  void a_digest_is_due_in_the_users_own_time(Digest digest, String time, String due) {
    assertThat(settings(digest, null).mailDue(Kind.MENTION, false, at(time))).contains(at(due));
  }

  @Test
  void an_escalation_waits_for_no_digest() {
    Instant now = at("2026-03-02T15:10");

    assertThat(settings(Digest.SHIFT_END, null).mailDue(Kind.ESCALATION, true, now)).contains(now);
    assertThat(settings(Digest.OFF, null).mailDue(Kind.ESCALATION, true, now)).isEmpty();
  }

  // 2 March 2026 is a Monday.
  @ParameterizedTest
  @CsvSource({
    "2026-03-02T21:59, 2026-03-02T21:59",
    "2026-03-02T22:00, 2026-03-03T06:00",
    "2026-03-03T05:59, 2026-03-03T06:00",
    "2026-03-03T06:00, 2026-03-03T06:00",
    "2026-03-02T05:00, 2026-03-02T05:00",
    "2026-03-03T22:30, 2026-03-03T22:30"
  })
  void quiet_hours_that_begin_on_monday_last_until_tuesday_morning(String time, String due) {
    Settings settings = settings(Digest.AT_ONCE, nights(EnumSet.of(Day.MONDAY)));

    assertThat(settings.mailDue(Kind.MENTION, false, at(time))).contains(at(due));
  }

  @Test
  void a_critical_incident_passes_only_if_it_may() {
    Instant night = at("2026-03-02T23:00");
    QuietHours strict =
        new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 0), EnumSet.allOf(Day.class), false);

    assertThat(
            settings(Digest.AT_ONCE, nights(EnumSet.allOf(Day.class)))
                .mailDue(Kind.ESCALATION, true, night))
        .contains(night);
    assertThat(settings(Digest.AT_ONCE, strict).mailDue(Kind.ESCALATION, true, night))
        .contains(at("2026-03-03T06:00"));
  }

  @Test
  void whole_quiet_days_are_passed_over_together() {
    QuietHours weekend =
        new QuietHours(
            LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, EnumSet.of(Day.SATURDAY, Day.SUNDAY), true);

    assertThat(
            settings(Digest.AT_ONCE, weekend).mailDue(Kind.MENTION, false, at("2026-03-07T10:00")))
        .contains(at("2026-03-09T00:00"));
  }
}
