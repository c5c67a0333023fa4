package org.andon.file.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
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

/** Uploads that are not known to be on Kafka yet. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class PendingUploads {
  // By the partial index files_unpublished. A row lock will do: nobody else writes a file's row.
  private static final String RESERVE =
      """
      select file_id, room_id, file_name, content_type, size, sha256, width, height, description,
             uploaded_by, uploaded_at
      from files where published_at is null
      order by uploaded_at limit ? for update skip locked
      """;

  private static final String PUBLISHED =
      "update files set published_at = now() where file_id = any (?)";

  private final DataSource database;

  PendingUploads(DataSource database) {
    this.database = database;
  }

  /** Oldest first; this pod's alone until the transaction ends. */
  List<IncidentFile> reserve(int limit) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(RESERVE)) {
      select.setInt(1, limit);
      List<IncidentFile> files = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          files.add(file(rows));
        }
      }
      return files;
    } catch (SQLException e) {
      throw new PublishingException(e);
    }
  }

  void published(List<UUID> fileIds) {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(PUBLISHED)) {
      update.setArray(1, connection.createArrayOf("uuid", fileIds.toArray()));
      update.executeUpdate();
    } catch (SQLException e) {
      throw new PublishingException(e);
    }
  }

  private static IncidentFile file(ResultSet row) throws SQLException {
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
        null);
  }

  /** The database failed. */
  static final class PublishingException extends RuntimeException {
    PublishingException(SQLException cause) {
      super(cause);
    }
  }
}
