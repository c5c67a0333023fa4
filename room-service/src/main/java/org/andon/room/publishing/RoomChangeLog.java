package org.andon.room.publishing;

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
      insert into room_changes (room_id, version, type, changed_by, changed_at, event)
      values (?, ?, ?, ?, ?, ?::json)
      """;

  private final DataSource database;
  private final ObjectMapper json;
  private final Event<RoomChanged> changes;

  RoomChangeLog(DataSource database, ObjectMapper json, Event<RoomChanged> changes) {
    this.database = database;
    this.json = json;
    this.changes = changes;
  }

  /** The room's row must already have been written with the event's version. */
  @Transactional(TxType.MANDATORY)
  public void append(ChangeType type, RoomEvent event) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(APPEND)) {
      insert.setObject(1, event.room().roomId());
      insert.setLong(2, event.version());
      insert.setString(3, type.eventType());
      insert.setString(4, event.change().changedBy());
      insert.setObject(5, event.change().changedAt().atOffset(ZoneOffset.UTC));
      insert.setString(6, json.writeValueAsString(event));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new PublishingException(e);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
    changes.fire(new RoomChanged());
  }
}
