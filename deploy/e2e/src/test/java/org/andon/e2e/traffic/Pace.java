package org.andon.e2e.traffic;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How fast people, and their programs, do things again. */
public final class Pace {
  /** Shorter than a real client's, which would hide how soon a part is back. */
  private static final int LONGEST_BACKOFF_MILLIS = 500;

  private Pace() {}

  public static void pause(Duration pause) throws InterruptedException {
    Thread.sleep(pause);
  }

  /** Before something that failed is tried again: full jitter. */
  public static void backOff() throws InterruptedException {
    Thread.sleep(ThreadLocalRandom.current().nextInt(1, LONGEST_BACKOFF_MILLIS));
  }
}
