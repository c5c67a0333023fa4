package org.andon.messaging.report;

import java.time.Duration;

/** When a report is given up. */
record Deadline(long nanoTime) {
  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /**
   * @throws ReportRefused.TooSlow once it has passed
   */
  void check() {
    if (System.nanoTime() - nanoTime > 0) {
      throw new ReportRefused.TooSlow();
    }
  }
}
