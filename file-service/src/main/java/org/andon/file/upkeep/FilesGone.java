package org.andon.file.upkeep;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.andon.file.sql.SqlFailure;

/** What becomes of files in the database when they, their rooms or their objects are gone. */
@ApplicationScoped
class FilesGone {
  // By the partial index known_rooms_to_empty, each room once; the rest by files_by_room.
  static final String OF_DELETED_ROOMS =
      """
      with room as (
        update known_rooms set emptied = true
        where deleted and not emptied and deleted_at < ? returning room_id, deleted_at),
      gone as (
        update files f set deleted_at = r.deleted_at, deleted_by = 'system'
        from room r where f.room_id = r.room_id and f.deleted_at is null)
      update room_usage u set bytes = 0, files = 0 from room r where u.room_id = r.room_id
      """;

  // By the index files_to_purge. The rest of the row stays: messages and the topic tell of the
  // file.
  static final String LET_GO =
      """
      with gone as (
        select file_id, object_id from files where deleted_at < ? and object_id is not null),
      parted as (
        update files f set object_id = null from gone g where f.file_id = g.file_id)
      update objects o set let_go = true
      where o.object_id in (select g.object_id from gone g) and not o.let_go
      """;

  private static final String USED_BEFORE = "delete from user_usage where day < ?";

  // What was on show is counted out of its room; all three see the rows as they were before.
  private static final String LOST =
      """
      with gone as (
        update files set deleted_at = coalesce(deleted_at, date_trunc('milliseconds', now())),
                         deleted_by = coalesce(deleted_by, 'system'), object_id = null
        where object_id = ?),
      shown as (
        select room_id, sum(size) as bytes, count(*) as files
        from files where object_id = ? and deleted_at is null group by room_id)
      update room_usage u set bytes = u.bytes - s.bytes, files = u.files - s.files
      from shown s where u.room_id = s.room_id
      """;

  private final DataSource database;

  FilesGone(DataSource database) {
    this.database = database;
  }

  /** Deletes what was in rooms deleted before then. */
  @Transactional
  public void ofRoomsDeleted(Instant before) {
    update(OF_DELETED_ROOMS, time(before));
  }

  /** Parts files deleted before then from their bytes. */
  @Transactional
  public void letGo(Instant deletedBefore) {
    update(LET_GO, time(deletedBefore));
  }

  /** Deletes files whose bytes are not in the store. */
  @Transactional(TxType.MANDATORY)
  void lost(UUID objectId) {
    update(LOST, objectId, objectId);
  }

  @Transactional
  public void forgetUsage(LocalDate before) {
    update(USED_BEFORE, before);
  }

  private static OffsetDateTime time(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private void update(String sql, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }
}
