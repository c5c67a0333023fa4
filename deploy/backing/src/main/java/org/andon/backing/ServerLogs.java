package org.andon.backing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Lets servers in this JVM log only what went wrong, wherever slf4j leads to java.util.logging. */
final class ServerLogs {

  /** Held because the log manager forgets the level of a logger that nobody holds. */
  private static final List<Logger> QUIET = new CopyOnWriteArrayList<>();

  private ServerLogs() {}

  static void quiet(String... names) {
    for (var name : names) {
      var logger = Logger.getLogger(name);
      logger.setLevel(Level.WARNING);
      QUIET.add(logger);
    }
  }
}
