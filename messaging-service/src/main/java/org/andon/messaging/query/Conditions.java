package org.andon.messaging.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Conditions of a WHERE clause, all of which must hold, and the values bound to them. The SQL of a
 * condition is made of the code's own constants; what comes from outside is a value.
 */
public final class Conditions {
  private final List<String> sql = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  public Conditions and(String condition, Object... bound) {
    sql.add(condition);
    Collections.addAll(values, bound);
    return this;
  }

  /** The same, unless the value is null: then nothing is asked. */
  public Conditions andIfGiven(String condition, Object value) {
    return value == null ? this : and(condition, value);
  }

  /** To stand after WHERE. */
  public String sql() {
    return sql.isEmpty() ? "true" : String.join(" AND ", sql);
  }

  /**
   * @param from the number of the first parameter to be bound, counted from 1
   * @return the number of the parameter after the last
   */
  public int bind(PreparedStatement statement, int from) throws SQLException {
    int next = from;
    for (Object value : values) {
      statement.setObject(
          next++, value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
    }
    return next;
  }
}
