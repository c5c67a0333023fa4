package org.andon.file.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.andon.file.preview.PreviewState;
import org.andon.file.sql.SqlFailure;

/** The bytes that a room has, each once. */
@ApplicationScoped
class ObjectRepository {
  // The update that changes nothing locks the row that is there, so that it is not purged
  // meanwhile,
  // and returns it.
  private static final String CLAIM =
      """
      insert into objects (object_id, room_id, sha256, size, stored_at) values (?, ?, ?, ?, ?)
      on conflict (room_id, sha256) do update set sha256 = excluded.sha256
      returning object_id, preview
      """;

  private final DataSource database;

  ObjectRepository(DataSource database) {
    this.database = database;
  }

  /** An object for a file; its row is locked until the transaction ends. */
  record Claim(UUID objectId, PreviewState preview) {}

  /** The object that has the file's bytes: its own, unless the room has them already. */
  @Transactional(TxType.MANDATORY)
  Claim claim(StoredFile file) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(CLAIM)) {
      insert.setObject(1, file.objectId);
      insert.setObject(2, file.roomId);
      insert.setString(3, file.sha256);
      insert.setLong(4, file.size);
      insert.setObject(5, OffsetDateTime.ofInstant(file.uploadedAt, ZoneOffset.UTC));
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        String preview = row.getString(2);
        return new Claim(
            row.getObject(1, UUID.class), preview == null ? null : PreviewState.valueOf(preview));
      }
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }
}
