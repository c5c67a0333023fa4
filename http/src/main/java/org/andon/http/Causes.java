package org.andon.http;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/** What led to a failure. */
final class Causes {
  /** Far more than there are; they may go round in a circle. */
  private static final int MAX_DEPTH = 20;

  /** SQLSTATE: connection exception, insufficient resources, shut down. */
  private static final Set<String> AWAY = Set.of("08", "53");

  private static final String SHUT_DOWN = "57P";

  private Causes() {}

  /** All of them, what is hidden as suppressed too: there a failed COMMIT is to be found. */
  static Stream<Throwable> of(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(MAX_DEPTH)
        .flatMap(
            cause ->
                Stream.concat(
                    Stream.of(cause), Arrays.stream(cause.getSuppressed()).flatMap(Causes::of)));
  }

  /** Rather than that it refused a statement. */
  static boolean isDatabaseAway(Throwable failure) {
    return of(failure).anyMatch(cause -> cause instanceof SQLException sql && saysAway(sql));
  }

  /** The pool's own "no connection in time" carries no state. */
  private static boolean saysAway(SQLException failure) {
    String state = failure.getSQLState();
    return state == null
        || state.length() < 2
        || AWAY.contains(state.substring(0, 2))
        || state.startsWith(SHUT_DOWN);
  }
}
