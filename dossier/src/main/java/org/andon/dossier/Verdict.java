package org.andon.dossier;

import java.util.List;
import java.util.Locale;

/**
 * What a check has come to.
 *
 * @param manifest null if there was none to be read
 */
record Verdict(Outcome outcome, List<Finding> findings, Manifest manifest) {
  /** With the exit code of the command. */
  enum Outcome {
    /** As it was sealed, by a key that is trusted. */
    PROVEN(0),
    BROKEN(1),
    /** As it was sealed, by whomever. */
    CONSISTENT(2),
    /** Not looked into. */
    REFUSED(2);

    private final int exitCode;

    Outcome(int exitCode) {
      this.exitCode = exitCode;
    }

    int exitCode() {
      return exitCode;
    }

    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
