package org.andon.file.upkeep;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.andon.file.sql.SqlFailure;

/** Gives what is due to one pod of all. A pod that dies with it leaves it to the next time. */
@ApplicationScoped
class Claims {
  private static final String CLAIM =
      """
      insert into upkeep (task, due_at) values (?, now() + ? * interval '1 second')
      on conflict (task) do update set due_at = excluded.due_at where upkeep.due_at <= now()
      """;

  private final DataSource database;

  Claims(DataSource database) {
    this.database = database;
  }

  /** Whether this pod is the one to do it now. */
  boolean take(String task, Duration every) {
    try (Connection connection = database.getConnection();
        PreparedStatement claim = connection.prepareStatement(CLAIM)) {
      claim.setString(1, task);
      claim.setLong(2, every.toSeconds());
      return claim.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }
}
