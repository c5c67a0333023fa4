package org.andon.messaging.incidentdata;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.andon.http.InvalidParameter;
import org.andon.messaging.incidentdata.Series.Point;
import org.andon.messaging.message.WriteFailure;
import org.andon.messaging.query.Conditions;

/** The SQL of series. */
@ApplicationScoped
class SeriesQuery {
  private final AgroalDataSource dataSource;
  private final IncidentDataConfig config;

  SeriesQuery(AgroalDataSource dataSource, IncidentDataConfig config) {
    this.dataSource = dataSource;
    this.config = config;
  }

  /** When the first and the last number were measured. */
  private record Range(Instant first, Instant last) {}

  /**
   * @param from null, or numbers measured then or later
   * @param to null, or numbers measured before
   */
  List<Point> points(UUID roomId, FieldPath field, Bucket bucket, Instant from, Instant to) {
    try (Connection connection = dataSource.getConnection()) {
      Optional<Range> range = range(connection, roomId, field, from, to);
      if (range.isEmpty()) {
        return List.of();
      }
      requireFewPoints(bucket, range.get());
      return points(connection, roomId, field, bucket, range.get());
    } catch (SQLException e) {
      throw new WriteFailure.Unavailable(e);
    }
  }

  private void requireFewPoints(Bucket bucket, Range range) {
    if (bucket.count(range.first(), range.last()) > config.points()) {
      String advice =
          Bucket.fitting(range.first(), range.last(), config.points())
              .map(fitting -> fitting + " would do.")
              .orElse("give a from and a to that are nearer.");
      throw new InvalidParameter(
          "bucket", "makes more than " + config.points() + " points of this; " + advice);
    }
  }

  /** Two looks, at the ends of the primary key's range. */
  private static Optional<Range> range(
      Connection connection, UUID roomId, FieldPath field, Instant from, Instant to)
      throws SQLException {
    Conditions conditions =
        new Conditions()
            .and("room_id = ?", roomId)
            .and("field = ?", field.pointer())
            .andIfGiven("measured_at >= ?", from)
            .andIfGiven("measured_at < ?", to);
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT min(measured_at), max(measured_at) FROM incident_readings WHERE "
                + conditions.sql())) {
      conditions.bind(select, 1);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getTimestamp(1) == null
            ? Optional.empty()
            : Optional.of(
                new Range(row.getTimestamp(1).toInstant(), row.getTimestamp(2).toInstant()));
      }
    }
  }

  /** For each bucket its part of the primary key, read without sorting and without the table. */
  private static List<Point> points(
      Connection connection, UUID roomId, FieldPath field, Bucket bucket, Range range)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            WITH span AS (
              SELECT ?::timestamptz AS start, ?::timestamptz AS first, ?::timestamptz AS last,
                     make_interval(secs => ?) AS width, ?::uuid AS room_id, ?::text AS field
            )
            SELECT t, numbers.n, numbers.min, numbers.max, numbers.avg, latest.value
            FROM span,
                 generate_series(start, last, width) AS t,
                 LATERAL (
                   SELECT count(*) AS n, min(value), max(value), avg(value) FROM incident_readings r
                   WHERE r.room_id = span.room_id AND r.field = span.field
                     AND measured_at >= greatest(t, first) AND measured_at < t + width AND measured_at <= last
                 ) AS numbers,
                 LATERAL (
                   SELECT value FROM incident_readings r
                   WHERE r.room_id = span.room_id AND r.field = span.field
                     AND measured_at >= greatest(t, first) AND measured_at < t + width AND measured_at <= last
                   ORDER BY measured_at DESC, sequence_number DESC LIMIT 1
                 ) AS latest
            ORDER BY t
            """)) {
      select.setObject(1, bucket.startOf(range.first()).atOffset(ZoneOffset.UTC));
      select.setObject(2, range.first().atOffset(ZoneOffset.UTC));
      select.setObject(3, range.last().atOffset(ZoneOffset.UTC));
      select.setDouble(4, bucket.width().toSeconds());
      select.setObject(5, roomId);
      select.setString(6, field.pointer());
      List<Point> points = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          points.add(point(row));
        }
      }
      return points;
    }
  }

  private static Point point(ResultSet row) throws SQLException {
    BigDecimal avg = row.getBigDecimal(5).round(MathContext.DECIMAL64).stripTrailingZeros();
    return new Point(
        row.getTimestamp(1).toInstant(),
        row.getLong(2),
        row.getBigDecimal(3),
        row.getBigDecimal(4),
        avg.scale() < 0 ? avg.setScale(0) : avg,
        row.getBigDecimal(6));
  }
}
