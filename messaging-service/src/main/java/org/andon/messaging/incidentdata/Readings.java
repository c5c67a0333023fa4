package org.andon.messaging.incidentdata;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.andon.messaging.message.WriteFailure;

/** All the numbers of a room, field by field. */
@ApplicationScoped
public class Readings {
  private final AgroalDataSource dataSource;
  private final SeriesQuery series;

  Readings(AgroalDataSource dataSource, SeriesQuery series) {
    this.dataSource = dataSource;
    this.series = series;
  }

  /**
   * A field's numbers.
   *
   * @param field {@code temperature}, or {@code oven.temperature}
   * @param outOfBounds how many of them passed a limit
   * @param course averages over time, few enough to be drawn; empty for what spans thousands of
   *     years
   */
  public record Measured(
      String field,
      long count,
      long outOfBounds,
      BigDecimal min,
      BigDecimal max,
      BigDecimal last,
      Instant from,
      Instant to,
      List<At> course) {}

  /** A number at a time. */
  public record At(Instant time, BigDecimal value) {}

  private record Range(
      FieldPath path,
      long count,
      long outOfBounds,
      BigDecimal min,
      BigDecimal max,
      BigDecimal last,
      Instant from,
      Instant to) {}

  /**
   * In the order in which the fields first came.
   *
   * @param fields so many at the most
   * @param points so many in each course at the most
   */
  public List<Measured> of(UUID roomId, int fields, int points) {
    return ranges(roomId, fields).stream().map(range -> measured(roomId, range, points)).toList();
  }

  private Measured measured(UUID roomId, Range range, int points) {
    List<At> course =
        Bucket.fitting(range.from(), range.to(), points)
            .flatMap(Bucket::of)
            .map(bucket -> series.points(roomId, range.path(), bucket, null, null))
            .orElse(List.of())
            .stream()
            .map(point -> new At(point.t(), point.avg()))
            .toList();
    return new Measured(
        String.join(".", range.path().names()),
        range.count(),
        range.outOfBounds(),
        range.min(),
        range.max(),
        range.last(),
        range.from(),
        range.to(),
        course);
  }

  private List<Range> ranges(UUID roomId, int fields) {
    try (Connection connection = dataSource.getConnection()) {
      return ranges(connection, roomId, fields);
    } catch (SQLException e) {
      throw new WriteFailure.Unavailable(e);
    }
  }

  /** By the room's part of the primary key. */
  private static List<Range> ranges(Connection connection, UUID roomId, int fields)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT field, count(*), min(value), max(value),
              (array_agg(value ORDER BY measured_at DESC, sequence_number DESC))[1],
              min(measured_at), max(measured_at), count(bound)
            FROM incident_readings WHERE room_id = ?
            GROUP BY field ORDER BY min(sequence_number), field LIMIT ?
            """)) {
      select.setObject(1, roomId);
      select.setInt(2, fields);
      List<Range> ranges = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ranges.add(
              new Range(
                  FieldPath.ofPointer(row.getString(1)),
                  row.getLong(2),
                  row.getLong(8),
                  row.getBigDecimal(3),
                  row.getBigDecimal(4),
                  row.getBigDecimal(5),
                  row.getTimestamp(6).toInstant(),
                  row.getTimestamp(7).toInstant()));
        }
      }
      return ranges;
    }
  }
}
