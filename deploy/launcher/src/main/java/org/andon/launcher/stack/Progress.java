package org.andon.launcher.stack;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.andon.backing.Directory;

/** Tells the person at the terminal what is going on. */
public final class Progress {
  private final PrintStream out;
  private final Instant begin = Instant.now();

  public Progress(PrintStream out) {
    this.out = out;
  }

  /** One line, with the seconds since the start. */
  public synchronized void say(String format, Object... arguments) {
    double seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    out.printf(Locale.ROOT, "%6.1fs  %s%n", seconds, format.formatted(arguments));
    out.flush();
  }

  public synchronized void ready(String address) {
    out.printf(
        """

        Andon is ready:  %s

          sign in as     li.wei@plant.example      李偉, line 3 supervisor
                         chen.mei@plant.example    陳美, line 3 maintenance
                         john.doe@plant.example    John Doe, quality
                         admin@plant.example       系統管理員, administrator
          password       %s

        Ctrl-C stops everything; the data stays.
        """,
        address, Directory.DEMO_PASSWORD);
    out.flush();
  }
}
