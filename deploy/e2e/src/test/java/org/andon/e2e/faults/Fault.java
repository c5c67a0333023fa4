package org.andon.e2e.faults;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.andon.e2e.traffic.Activity;

/** Something that breaks, and comes back. */
interface Fault {
  /** By which it is chosen. */
  String name();

  /** What breaks, as the table tells it. */
  String title();

  /** Zero for what is over at once. */
  Duration lasts();

  /** In which activities people may notice it. */
  Set<Activity> touches();

  /** Why it cannot be tried on this machine. */
  default Optional<String> obstacle(FaultyStack stack) {
    return Optional.empty();
  }

  /** What has to be so before, and is no part of what is measured. */
  default void prepare(Scene scene) throws Exception {}

  void strike(Scene scene) throws Exception;

  default void mend(Scene scene) throws Exception {}

  /** Takes {@link #prepare} back. */
  default void cleanUp(Scene scene) throws Exception {}

  default boolean mayTouch(Activity activity) {
    return touches().contains(activity) || !activity.isSeenByPeople();
  }
}
