package org.andon.room.notification;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How a user wants to be told.
 *
 * @param quietHours null for none
 * @param timeZone in which the times are meant
 * @param shiftEnd when the digest of that kind goes out
 */
record Settings(
    @NotNull @Valid Kinds kinds,
    @Valid QuietHours quietHours,
    @NotNull ZoneId timeZone,
    @NotNull Digest mailDigest,
    @NotNull @JsonFormat(pattern = "HH:mm") LocalTime shiftEnd,
    @NotNull Language language) {

  private static final LocalTime DAY_SHIFT_END = LocalTime.of(16, 0);

  /**
   * By which ways a kind is told.
   *
   * @param push null for who does not say: apps and settings are older than it is
   */
  record Ways(@NotNull Boolean feed, @NotNull Boolean mail, Boolean push) {
    private static final Ways FEED_ALONE = new Ways(true, false, false);

    private Ways completedBy(Ways others) {
      return push == null ? new Ways(feed, mail, others.push) : this;
    }
  }

  record Kinds(
      @NotNull @Valid Ways mention,
      @NotNull @Valid Ways assignment,
      @NotNull @Valid Ways outOfBounds,
      @NotNull @Valid Ways escalation) {

    private Kinds completedBy(Kinds others) {
      return new Kinds(
          mention.completedBy(others.mention),
          assignment.completedBy(others.assignment),
          outOfBounds.completedBy(others.outOfBounds),
          escalation.completedBy(others.escalation));
    }
  }

  /** Of who has set nothing: no mail, no push. */
  static Settings standard(ZoneId timeZone) {
    Ways ways = Ways.FEED_ALONE;
    return new Settings(
        new Kinds(ways, ways, ways, ways),
        null,
        timeZone,
        Digest.OFF,
        DAY_SHIFT_END,
        Language.ZH_TW);
  }

  /** What these do not say, as others do. */
  Settings completedBy(Settings others) {
    return new Settings(
        kinds.completedBy(others.kinds), quietHours, timeZone, mailDigest, shiftEnd, language);
  }

  @JsonIgnore
  Ways ways(Kind kind) {
    return switch (kind) {
      case MENTION -> kinds.mention();
      case ASSIGNMENT -> kinds.assignment();
      case OUT_OF_BOUNDS -> kinds.outOfBounds();
      case ESCALATION -> kinds.escalation();
    };
  }

  /** When the mail about it is due; an escalation waits for no digest. */
  Optional<Instant> mailDue(Kind kind, boolean critical, Instant at) {
    if (mailDigest == Digest.OFF || !ways(kind).mail()) {
      return Optional.empty();
    }
    ZonedDateTime time = at.atZone(timeZone);
    ZonedDateTime due = kind == Kind.ESCALATION ? time : digested(time);
    return Optional.of(afterQuiet(due, critical));
  }

  /** When it is pushed: no digest keeps it, only quiet hours do. */
  Optional<Instant> pushDue(Kind kind, boolean critical, Instant at) {
    return ways(kind).push()
        ? Optional.of(afterQuiet(at.atZone(timeZone), critical))
        : Optional.empty();
  }

  private ZonedDateTime digested(ZonedDateTime time) {
    return switch (mailDigest) {
      case OFF, AT_ONCE -> time;
      case HOURLY -> time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
      case SHIFT_END -> {
        ZonedDateTime today = time.with(shiftEnd);
        yield today.isAfter(time) ? today : today.plusDays(1);
      }
    };
  }

  private Instant afterQuiet(ZonedDateTime time, boolean critical) {
    boolean passes = quietHours == null || (critical && quietHours.criticalPasses());
    return (passes ? time : quietHours.over(time)).toInstant();
  }
}
