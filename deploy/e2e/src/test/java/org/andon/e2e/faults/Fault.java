package org.andon.e2e.faults;

import java.time.Duration;
import java.util.Set;

/**
 * Something that breaks, and comes back.
 *
 * @param name by which it is chosen
 * @param title what breaks, as the table tells it
 * @param lasts zero for what is over at once
 * @param touches in which activities anybody may notice it
 */
record Fault(
    String name, String title, Duration lasts, Set<Activity> touches, Blow strike, Blow mend) {

  /** What is done to the stack. */
  @FunctionalInterface
  interface Blow {
    void on(Scene scene) throws Exception;
  }

  @Override
  public String toString() {
    return name;
  }
}
