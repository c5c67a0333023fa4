package org.andon.room.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.andon.contracts.TopicNames;
import org.andon.outbox.CloudEvent;
import org.andon.outbox.Outbox;

/** The queue of changes to publish: what lies between a room's watermark and its version. */
@ApplicationScoped
class PendingChanges implements Outbox<PendingChange> {
  private static final int ROOMS_AT_ONCE = 200;

  /** A room whose changes Kafka does not take must leave room in the batch for all others. */
  private static final int CHANGES_PER_ROOM = 50;

  // By the partial index rooms_unpublished. Advisory locks rather than row locks: Kafka may be
  // slow, and whoever changes the room must not wait for it. The CTE keeps PostgreSQL from locking
  // rooms that the limit then leaves out.
  private static final String RESERVE =
      """
      with pending as materialized (
        select room_id from rooms where published_version < version limit ?
      )
      select room_id from pending
      where pg_try_advisory_xact_lock(hashtextextended(room_id::text, 0))
      """;

  /** Rows that come from the database at once; a room's event may have most of a megabyte. */
  private static final int FETCHED_AT_ONCE = 10;

  // A statement of its own: its snapshot is later than the locks, so it sees what another pod has
  // published just before it let go of a room. Every room's first change comes before any room's
  // second, so the limits cut off the longest queues; and by lot among these, so that changes that
  // Kafka does not take leave the others a place in some batch.
  private static final String LOAD =
      """
      select room_id, version, type, changed_at, event
      from (
        select c.room_id, c.version, c.type, c.changed_at, c.event,
          row_number() over (partition by c.room_id order by c.version) as place
        from room_changes c join rooms r on r.room_id = c.room_id
        where c.room_id = any (?) and c.version > r.published_version) pending
      where place <= ?
      order by place, random()
      limit ?
      """;

  private static final String ADVANCE = "update rooms set published_version = ? where room_id = ?";

  /** The order in which everyone who writes several rooms at once locks them. */
  private static final Comparator<UUID> AS_POSTGRESQL = Comparator.comparing(UUID::toString);

  private final DataSource database;

  PendingChanges(DataSource database) {
    this.database = database;
  }

  @Override
  public String topic() {
    return TopicNames.ROOMS;
  }

  /** Whole rooms are reserved, each room's changes come by version. */
  @Override
  @Transactional(TxType.MANDATORY)
  public List<PendingChange> reserve(int limit, long bytes) {
    try (Connection connection = database.getConnection()) {
      List<UUID> rooms = reserveRooms(connection);
      return rooms.isEmpty() ? List.of() : load(connection, rooms, limit, bytes);
    } catch (SQLException e) {
      throw new PublishingException(e);
    }
  }

  /** Moves the watermark of each room to its last version among them. */
  @Override
  @Transactional(TxType.MANDATORY)
  public void published(List<PendingChange> changes) {
    Map<UUID, Long> watermarks = new HashMap<>();
    changes.forEach(change -> watermarks.put(change.roomId(), change.version()));
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(ADVANCE)) {
      for (UUID room : watermarks.keySet().stream().sorted(AS_POSTGRESQL).toList()) {
        update.setLong(1, watermarks.get(room));
        update.setObject(2, room);
        update.addBatch();
      }
      update.executeBatch();
    } catch (SQLException e) {
      throw new PublishingException(e);
    }
  }

  private static List<UUID> reserveRooms(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(RESERVE)) {
      select.setInt(1, ROOMS_AT_ONCE);
      List<UUID> rooms = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          rooms.add(rows.getObject(1, UUID.class));
        }
      }
      return rooms;
    }
  }

  private static List<PendingChange> load(
      Connection connection, List<UUID> rooms, int limit, long bytes) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(LOAD)) {
      select.setArray(1, connection.createArrayOf("uuid", rooms.toArray()));
      select.setInt(2, CHANGES_PER_ROOM);
      select.setInt(3, limit);
      select.setFetchSize(FETCHED_AT_ONCE);
      List<PendingChange> changes = new ArrayList<>();
      long loaded = 0;
      try (ResultSet rows = select.executeQuery()) {
        while (loaded < bytes && rows.next()) {
          PendingChange change = change(rows);
          loaded += change.event().data().getBytes(UTF_8).length;
          changes.add(change);
        }
      }
      return changes;
    }
  }

  private static PendingChange change(ResultSet row) throws SQLException {
    UUID roomId = row.getObject("room_id", UUID.class);
    long version = row.getLong("version");
    return new PendingChange(
        roomId,
        version,
        new CloudEvent(
            roomId + ":" + version,
            row.getString("type"),
            row.getObject("changed_at", OffsetDateTime.class).toInstant(),
            roomId.toString(),
            row.getString("event")));
  }
}
