package org.andon.auth.problem;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;

/** Tells a database that is away from one that refuses a statement. */
final class StorageFailure {

  /** SQLSTATE classes: connection exception, insufficient resources, operator intervention. */
  private static final Set<String> AWAY = Set.of("08", "53", "57");

  private StorageFailure() {}

  static boolean isCauseOf(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(cause -> cause instanceof SQLException sql && isAway(sql));
  }

  /** The pool's own "no connection in time" carries no state. */
  private static boolean isAway(SQLException failure) {
    var state = failure.getSQLState();
    return state == null || state.length() < 2 || AWAY.contains(state.substring(0, 2));
  }
}
