package org.andon.e2e.faults;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.andon.e2e.traffic.Activity;

/** One part goes away, and comes back. */
record Outage(
    String name,
    String title,
    Duration lasts,
    Set<Activity> touches,
    Consumer<FaultyStack> strike,
    Consumer<FaultyStack> mend)
    implements Fault {

  /** A process that is killed, and started again by whoever watches over it. */
  static Outage killed(String instance, String name, String title, Set<Activity> touches) {
    return new Outage(
        name, title, Duration.ZERO, touches, stack -> stack.kill(instance), stack -> {});
  }

  @Override
  public void strike(Scene scene) {
    strike.accept(scene.stack());
  }

  @Override
  public void mend(Scene scene) {
    mend.accept(scene.stack());
  }

  @Override
  public String toString() {
    return name;
  }
}
