package org.andon.auth.directory;

import java.io.PrintStream;

/** What a check says, one line a finding. */
final class CheckReport {

  private final PrintStream out;
  private boolean allWell = true;

  CheckReport(PrintStream out) {
    this.out = out;
  }

  void heading(String text) {
    out.println();
    out.println(text);
  }

  void good(String text, Object... values) {
    out.println("  ok    " + text.formatted(values));
  }

  void note(String text, Object... values) {
    out.println("        " + text.formatted(values));
  }

  void bad(String text, Object... values) {
    allWell = false;
    out.println("  FAIL  " + text.formatted(values));
  }

  boolean isAllWell() {
    return allWell;
  }
}
