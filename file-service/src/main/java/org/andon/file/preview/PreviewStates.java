package org.andon.file.preview;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.andon.file.storage.ObjectRef;
import org.andon.file.web.SqlFailure;

/** Writes down what has come of a preview, so that no pod tries again for nothing. */
@ApplicationScoped
class PreviewStates {
  private static final String WRITE = "update objects set preview = ? where object_id = ?";
  // What was made meanwhile may be made in another width.
  private static final String BEGIN =
      """
      update objects set preview = coalesce(preview, 'TRYING')
      where object_id = ? and (preview is null or preview = 'MADE')
      """;
  private static final String GIVE_BACK =
      "update objects set preview = null where object_id = ? and preview = 'TRYING'";

  private final DataSource database;

  PreviewStates(DataSource database) {
    this.database = database;
  }

  /** Whether this pod is the one to try. */
  boolean begin(ObjectRef object) {
    return update(BEGIN, object.objectId()) == 1;
  }

  /** Nothing came of it, and the file is not to blame. */
  void giveBack(ObjectRef object) {
    update(GIVE_BACK, object.objectId());
  }

  void write(ObjectRef object, PreviewState state) {
    update(WRITE, state.name(), object.objectId());
  }

  private int update(String sql, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        update.setObject(i + 1, values[i]);
      }
      return update.executeUpdate();
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }
}
