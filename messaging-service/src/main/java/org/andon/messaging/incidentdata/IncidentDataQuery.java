package org.andon.messaging.incidentdata;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.andon.messaging.message.WriteFailure;
import org.andon.messaging.query.Conditions;

/** The SQL of structured messages by their fields. */
@ApplicationScoped
class IncidentDataQuery {
  private final AgroalDataSource dataSource;

  IncidentDataQuery(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  record Found(UUID messageId, long sequenceNumber) {}

  /**
   * Newest first: the primary key backwards; where few equal what is asked for, a bitmap of
   * incident_data_values.
   *
   * @param conditions on the columns of incident_data
   */
  List<Found> find(Conditions conditions, int limit) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT message_id, sequence_number FROM incident_data WHERE "
                    + conditions.sql()
                    + " ORDER BY sequence_number DESC LIMIT ?")) {
      select.setInt(conditions.bind(select, 1), limit);
      List<Found> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(new Found(row.getObject(1, UUID.class), row.getLong(2)));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new WriteFailure.Unavailable(e);
    }
  }
}
