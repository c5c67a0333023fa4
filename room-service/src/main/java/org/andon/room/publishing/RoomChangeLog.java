package org.andon.room.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.andon.contracts.RoomEvent;

/** Writes down what was changed, in the transaction that changes it. */
@ApplicationScoped
public class RoomChangeLog {
  private static final String APPEND =
      """
      insert into room_changes (room_id, version, type, changed_by, changed_at, event, change)
      values (?, ?, ?, ?, ?, ?::json, ?::json)
      """;

  /**
   * Kafka takes a megabyte (max.request.size) with headers; what it refuses would block the room.
   */
  private static final int MAX_EVENT_BYTES = 900_000;

  private final DataSource database;
  private final ObjectMapper json;
  private final Event<RoomChanged> changes;

  RoomChangeLog(DataSource database, ObjectMapper json, Event<RoomChanged> changes) {
    this.database = database;
    this.json = json;
    this.changes = changes;
  }

  /**
   * The room's row must already have been written with the event's version.
   *
   * @throws EventTooLargeException if Kafka would not take it
   */
  @Transactional(TxType.MANDATORY)
  public void append(ChangeType type, RoomEvent event) {
    String text = json(event);
    // Leaving and deleting stay possible: they add a kilobyte at most, and make the next one small.
    boolean shrinks = type == ChangeType.MEMBER_REMOVED || type == ChangeType.ROOM_DELETED;
    if (!shrinks && text.getBytes(UTF_8).length > MAX_EVENT_BYTES) {
      throw new EventTooLargeException(MAX_EVENT_BYTES);
    }
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(APPEND)) {
      insert.setObject(1, event.room().roomId());
      insert.setLong(2, event.version());
      insert.setString(3, type.eventType());
      insert.setString(4, event.change().changedBy());
      insert.setObject(5, event.change().changedAt().atOffset(ZoneOffset.UTC));
      insert.setString(6, text);
      insert.setString(7, json(event.change()));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new PublishingException(e);
    }
    changes.fire(new RoomChanged(type, event));
  }

  private String json(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
