package org.andon.room.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.andon.room.notification.NotificationConfig.Escalation;
import org.andon.room.room.Severity;

/**
 * Tells everybody in an incident that nobody has responded to it, since it was opened or called
 * them again: once for each, whichever pod does it.
 */
@ApplicationScoped
class Escalations {
  // By the index rooms_waiting. A room that somebody changes just now, or another pod tells of,
  // is left for the next look.
  private static final String OVERDUE =
      """
      select r.room_id, r.severity, coalesce(r.called_again_at, r.created_at) as waits_since
      from rooms r
        join unnest(?::text[], ?::timestamptz[]) as d (severity, since_before)
          on d.severity = r.severity
            and coalesce(r.called_again_at, r.created_at) <= d.since_before
      where (r.first_response_at is null or r.called_again_at is not null)
        and r.deleted_at is null and r.status = 'ACTIVE'
        and coalesce(r.called_again_at, r.created_at) > ?
        and not exists (
          select from room_escalations e
          where e.room_id = r.room_id
            and e.escalated_at >= coalesce(r.called_again_at, r.created_at))
      order by waits_since limit ?
      for no key update of r skip locked
      """;

  private static final String ESCALATED =
      """
      insert into room_escalations (room_id, escalated_at) values (?, ?)
      on conflict (room_id) do update set escalated_at = excluded.escalated_at
      where room_escalations.escalated_at < ?
      """;

  private final DataSource database;
  private final Notifier notifier;
  private final IncidentPeople people;
  private final Escalation config;
  private final Map<Severity, Duration> limits = new EnumMap<>(Severity.class);

  Escalations(
      DataSource database, Notifier notifier, IncidentPeople people, NotificationConfig config) {
    this.database = database;
    this.notifier = notifier;
    this.people = people;
    this.config = config.escalation();
    this.config.critical().ifPresent(limit -> limits.put(Severity.CRITICAL, limit));
    this.config.high().ifPresent(limit -> limits.put(Severity.HIGH, limit));
    this.config.medium().ifPresent(limit -> limits.put(Severity.MEDIUM, limit));
    this.config.low().ifPresent(limit -> limits.put(Severity.LOW, limit));
  }

  private record Unanswered(UUID roomId, Severity severity, Instant since) {}

  @Scheduled(
      every = "{andon.notification.escalation.check-every}",
      concurrentExecution = ConcurrentExecution.SKIP,
      skipExecutionIf = ApplicationNotRunning.class)
  @RunOnVirtualThread
  @Transactional(rollbackOn = SQLException.class)
  void check() throws SQLException {
    Instant now = Instant.now();
    for (Unanswered room : overdue(now)) {
      if (note(room, now)) {
        notifier.tell(occurrence(room, now), people.ofActive(room.roomId()));
      }
    }
  }

  private Occurrence occurrence(Unanswered room, Instant now) {
    String id = "escalation " + room.roomId() + " " + room.since();
    return new Occurrence(
        UUID.nameUUIDFromBytes(id.getBytes(UTF_8)),
        Kind.ESCALATION,
        room.roomId(),
        null,
        null,
        null,
        null,
        null,
        Map.of("minutes", limits.get(room.severity()).toMinutes()),
        now);
  }

  private List<Unanswered> overdue(Instant now) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(OVERDUE)) {
      select.setArray(
          1,
          connection.createArrayOf("text", limits.keySet().stream().map(Severity::name).toArray()));
      select.setArray(
          2,
          connection.createArrayOf(
              "timestamptz",
              limits.values().stream()
                  .map(limit -> now.minus(limit).atOffset(ZoneOffset.UTC))
                  .toArray()));
      select.setObject(3, now.minus(config.notAfter()).atOffset(ZoneOffset.UTC));
      select.setInt(4, config.batch());
      List<Unanswered> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new Unanswered(
                  row.getObject(1, UUID.class),
                  Severity.valueOf(row.getString(2)),
                  row.getObject(3, OffsetDateTime.class).toInstant()));
        }
      }
      return found;
    }
  }

  /** False if another pod was faster by a moment. */
  private boolean note(Unanswered room, Instant now) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(ESCALATED)) {
      insert.setObject(1, room.roomId());
      insert.setObject(2, now.atOffset(ZoneOffset.UTC));
      insert.setObject(3, room.since().atOffset(ZoneOffset.UTC));
      return insert.executeUpdate() == 1;
    }
  }
}
