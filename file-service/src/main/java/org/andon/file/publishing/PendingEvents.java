package org.andon.file.publishing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.andon.contracts.IncidentFile;
import org.andon.contracts.TopicNames;
import org.andon.file.publishing.FileEvent.Kind;
import org.andon.file.sql.SqlFailure;
import org.andon.outbox.Outbox;

/** Events that are not known to be on Kafka yet. */
@ApplicationScoped
class PendingEvents implements Outbox<FileEvent> {
  /** Not the rows' own locks: a file must be deletable while Kafka is away and its upload waits. */
  private static final String LOCK = "select pg_try_advisory_xact_lock(hashtext('file-events'))";

  // By the partial indexes files_unpublished and files_deletion_unpublished. A deletion waits for
  // its
  // upload, so nobody ever hears of them the wrong way round. What people wrote goes with the file.
  private static final String PENDING =
      """
      (select 'UPLOADED' as kind, file_id, room_id, file_name, content_type, size, sha256, width,
              height, description, uploaded_by, uploaded_at, null::timestamptz as deleted_at
       from files where published_at is null order by uploaded_at limit ?)
      union all
      (select 'DELETED', file_id, room_id, null, content_type, size, sha256, width,
              height, null, uploaded_by, uploaded_at, deleted_at
       from files
       where deleted_at is not null and deletion_published_at is null and published_at is not null
       order by deleted_at limit ?)
      """;

  private final DataSource database;
  private final ObjectMapper json;

  PendingEvents(DataSource database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  @Override
  public String topic() {
    return TopicNames.FILES;
  }

  /**
   * Oldest first of each kind; none while another pod has some until its transaction ends.
   *
   * @param bytes not looked at: an event is a kilobyte or two
   */
  @Override
  @Transactional(TxType.MANDATORY)
  public List<FileEvent> reserve(int limit, long bytes) {
    try (Connection connection = database.getConnection()) {
      return isLocked(connection) ? pending(connection, limit) : List.of();
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  @Override
  @Transactional(TxType.MANDATORY)
  public void published(List<FileEvent> events) {
    try (Connection connection = database.getConnection()) {
      for (Kind kind : Kind.values()) {
        mark(connection, kind, events.stream().filter(event -> event.kind() == kind).toList());
      }
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  private static boolean isLocked(Connection connection) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(LOCK);
        ResultSet row = lock.executeQuery()) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private List<FileEvent> pending(Connection connection, int limit) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(PENDING)) {
      select.setInt(1, limit);
      select.setInt(2, limit);
      List<FileEvent> events = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          events.add(event(Kind.valueOf(rows.getString("kind")), file(rows)));
        }
      }
      return events;
    }
  }

  private static void mark(Connection connection, Kind kind, List<FileEvent> events)
      throws SQLException {
    String sql =
        switch (kind) {
          case UPLOADED -> "update files set published_at = now() where file_id = any (?)";
          case DELETED -> "update files set deletion_published_at = now() where file_id = any (?)";
        };
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      Object[] fileIds = events.stream().map(FileEvent::fileId).toArray();
      update.setArray(1, connection.createArrayOf("uuid", fileIds));
      update.executeUpdate();
    }
  }

  private FileEvent event(Kind kind, IncidentFile file) {
    try {
      return FileEvent.of(kind, file, json.writeValueAsString(file));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static IncidentFile file(ResultSet row) throws SQLException {
    OffsetDateTime deletedAt = row.getObject("deleted_at", OffsetDateTime.class);
    return new IncidentFile(
        row.getObject("file_id", UUID.class),
        row.getObject("room_id", UUID.class),
        row.getString("file_name"),
        row.getString("content_type"),
        row.getLong("size"),
        row.getString("sha256"),
        row.getObject("width", Integer.class),
        row.getObject("height", Integer.class),
        row.getString("description"),
        row.getString("uploaded_by"),
        row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
        deletedAt == null ? null : deletedAt.toInstant());
  }
}
