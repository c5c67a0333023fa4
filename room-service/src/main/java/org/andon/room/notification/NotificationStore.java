package org.andon.room.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.andon.room.room.Severity;

/** Writes down what people are told. */
@ApplicationScoped
class NotificationStore {
  // An event that comes again changes nothing, but for the text of a message that was edited. Who
  // is no member is told nothing, and nobody of a message that has been deleted.
  private static final String INSERT =
      """
      insert into notifications (notification_id, user_id, in_feed, mail_due_at,
        event_id, kind, room_id, message_id, sequence_number, actor_id, actor_name, excerpt,
        details, created_at)
      select k.notification_id, k.user_id, k.in_feed, k.mail_due_at,
        e.event_id, e.kind, e.room_id, e.message_id, e.sequence_number, e.actor_id, e.actor_name,
        e.excerpt, e.details, e.created_at
      from unnest(?::uuid[], ?::text[], ?::boolean[], ?::timestamptz[])
          as k (notification_id, user_id, in_feed, mail_due_at)
        cross join (values (?::uuid, ?::text, ?::uuid, ?::uuid, ?::bigint, ?::text, ?::text,
          ?::text, ?::json, ?::timestamptz))
          as e (event_id, kind, room_id, message_id, sequence_number, actor_id, actor_name, excerpt,
            details, created_at)
        join room_members m on m.room_id = e.room_id and m.user_id = k.user_id
      where not exists (select from withdrawn_messages w where w.message_id = e.message_id)
      on conflict (user_id, event_id) do update
        set excerpt = excluded.excerpt
        where notifications.excerpt is distinct from excluded.excerpt
      returning notification_id, user_id, xmax = 0
      """;

  private static final String SEVERITY = "select severity from rooms where room_id = ?";

  private final DataSource database;
  private final ObjectMapper json;

  NotificationStore(DataSource database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /** Whom, and by which ways. */
  record Recipient(
      String userId, boolean inFeed, Optional<Instant> mailDue, Optional<Instant> pushDue) {}

  /** Whether it is such an incident; not if it is not there. */
  boolean isCritical(UUID roomId) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SEVERITY)) {
      select.setObject(1, roomId);
      try (ResultSet row = select.executeQuery()) {
        return row.next() && Severity.valueOf(row.getString(1)) == Severity.CRITICAL;
      }
    }
  }

  /** Returns the ids of what is new, by user. */
  Map<String, UUID> add(Occurrence occurrence, List<Recipient> recipients) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      setColumn(insert, 1, "uuid", recipients, it -> UuidCreator.getTimeOrderedEpoch());
      setColumn(insert, 2, "text", recipients, Recipient::userId);
      setColumn(insert, 3, "boolean", recipients, Recipient::inFeed);
      setColumn(insert, 4, "timestamptz", recipients, it -> time(it.mailDue()));
      insert.setObject(5, occurrence.eventId());
      insert.setString(6, occurrence.kind().name());
      insert.setObject(7, occurrence.roomId());
      insert.setObject(8, occurrence.messageId(), Types.OTHER);
      insert.setObject(9, occurrence.sequenceNumber(), Types.BIGINT);
      insert.setString(10, occurrence.actorId());
      insert.setString(11, occurrence.actorName());
      insert.setString(12, occurrence.excerpt());
      insert.setString(13, json.writeValueAsString(occurrence.details()));
      insert.setObject(14, occurrence.at().atOffset(ZoneOffset.UTC));
      Map<String, UUID> added = new HashMap<>();
      try (ResultSet row = insert.executeQuery()) {
        while (row.next()) {
          if (row.getBoolean(3)) {
            added.put(row.getString(2), row.getObject(1, UUID.class));
          }
        }
      }
      return added;
    } catch (JsonProcessingException e) {
      throw new NotificationException(e);
    }
  }

  private static OffsetDateTime time(Optional<Instant> at) {
    return at.map(it -> it.atOffset(ZoneOffset.UTC)).orElse(null);
  }

  private static void setColumn(
      PreparedStatement statement,
      int index,
      String type,
      List<Recipient> recipients,
      Function<Recipient, Object> column)
      throws SQLException {
    Object[] values = recipients.stream().map(column).toArray();
    statement.setArray(index, statement.getConnection().createArrayOf(type, values));
  }
}
