package org.andon.file.preview;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.andon.file.sql.SqlFailure;
import org.andon.file.storage.ObjectRef;

/** Writes down what has come of a preview, so that no pod tries again for nothing. */
@ApplicationScoped
class PreviewStates {
  private static final String WRITE = "update objects set preview = ? where object_id = ?";

  private final DataSource database;

  PreviewStates(DataSource database) {
    this.database = database;
  }

  void write(ObjectRef object, PreviewState state) {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(WRITE)) {
      update.setString(1, state.name());
      update.setObject(2, object.objectId());
      update.executeUpdate();
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }
}
