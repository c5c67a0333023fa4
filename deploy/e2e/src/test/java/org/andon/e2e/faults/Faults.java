package org.andon.e2e.faults;

import static org.andon.e2e.faults.Activity.DELIVERY;
import static org.andon.e2e.faults.Activity.HISTORY;
import static org.andon.e2e.faults.Activity.LOGIN;
import static org.andon.e2e.faults.Activity.MESSAGE;
import static org.andon.e2e.faults.Activity.READINESS;
import static org.andon.e2e.faults.Activity.REFRESH;
import static org.andon.e2e.faults.Activity.SOCKET;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.andon.e2e.faults.Fault.Blow;

/** All that is broken on purpose. */
final class Faults {
  private static final Duration AT_ONCE = Duration.ZERO;
  private static final Duration A_WHILE = Duration.ofSeconds(20);
  private static final Blow NOTHING = scene -> {};

  static final List<Fault> ALL =
      List.of(
          killed(
              "kill-messaging-pod",
              "one of two messaging pods killed (`kill -9`)",
              "messaging-service-2",
              Set.of(MESSAGE, DELIVERY, SOCKET, HISTORY, READINESS)),
          new Fault(
              "directory-gone",
              "directory refuses connections",
              A_WHILE,
              Set.of(LOGIN, REFRESH),
              scene -> scene.stack().servers().directory().stop(),
              scene -> scene.stack().servers().directory().startAgain()));

  private Faults() {}

  private static Fault killed(String name, String title, String instance, Set<Activity> touches) {
    return new Fault(name, title, AT_ONCE, touches, scene -> scene.stack().kill(instance), NOTHING);
  }
}
