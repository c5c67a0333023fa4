package org.andon.room.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.andon.http.CurrentUser;
import org.andon.room.statistics.StatisticsView.Figures;
import org.andon.room.statistics.StatisticsView.Group;

/** Counts rooms and their times: a user's own ones, for admins all. */
@ApplicationScoped
class Statistics {
  // By rooms_by_creation, and a hash of the user's own rooms from room_members_of_user: all groups
  // in one pass.
  // grouping() has a bit for each column that a row does not tell apart.
  private static final String SELECT =
      """
      select grouping(incident_type, severity, location) as together,
        incident_type, severity, location,
        count(*) as opened,
        count(*) filter (where status <> 'ACTIVE') as resolved,
        extract(epoch from avg(first_response_at - created_at))::float8 as mtta,
        extract(epoch from avg(resolved_at - created_at))::float8 as mttr
      from rooms r
      where deleted_at is null and created_at >= ? and created_at < ?
        and (? or room_id in (select room_id from room_members where user_id = ?))
      group by grouping sets ((), (incident_type), (severity), (location))
      """;

  private static final int TOTAL = 0b111;
  private static final int BY_TYPE = 0b011;
  private static final int BY_SEVERITY = 0b101;
  private static final int BY_LOCATION = 0b110;

  private static final Comparator<Group> MOST_FIRST =
      Comparator.<Group>comparingLong(group -> group.figures().opened())
          .reversed()
          .thenComparing(Group::key, Comparator.nullsLast(Comparator.naturalOrder()));

  private final DataSource database;
  private final StatisticsConfig config;

  Statistics(DataSource database, StatisticsConfig config) {
    this.database = database;
    this.config = config;
  }

  private record Row(int together, Group group) {}

  StatisticsView of(Period period, CurrentUser user) {
    List<Row> rows = select(period, user);
    return new StatisticsView(
        period.from(),
        period.to(),
        rows.stream()
            .filter(row -> row.together == TOTAL)
            .findFirst()
            .orElseThrow()
            .group
            .figures(),
        groups(rows, BY_TYPE),
        groups(rows, BY_SEVERITY),
        groups(rows, BY_LOCATION).stream().limit(config.maxLocations()).toList());
  }

  private static List<Group> groups(List<Row> rows, int together) {
    return rows.stream()
        .filter(row -> row.together == together)
        .map(Row::group)
        .sorted(MOST_FIRST)
        .toList();
  }

  private List<Row> select(Period period, CurrentUser user) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setObject(1, period.from().atOffset(ZoneOffset.UTC));
      select.setObject(2, period.to().atOffset(ZoneOffset.UTC));
      select.setBoolean(3, user.isAdmin());
      select.setString(4, user.id());
      List<Row> rows = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(row(row));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new StatisticsException(e);
    }
  }

  private static Row row(ResultSet row) throws SQLException {
    int together = row.getInt("together");
    String key =
        switch (together) {
          case BY_TYPE -> row.getString("incident_type").toLowerCase(Locale.ROOT);
          case BY_SEVERITY -> row.getString("severity").toLowerCase(Locale.ROOT);
          default -> row.getString("location");
        };
    long opened = row.getLong("opened");
    long resolved = row.getLong("resolved");
    Figures figures =
        new Figures(
            opened,
            resolved,
            opened - resolved,
            row.getObject("mtta", Double.class),
            row.getObject("mttr", Double.class));
    return new Row(together, new Group(key, figures));
  }

  /** The database failed. */
  private static final class StatisticsException extends RuntimeException {
    StatisticsException(SQLException cause) {
      super(cause);
    }
  }
}
