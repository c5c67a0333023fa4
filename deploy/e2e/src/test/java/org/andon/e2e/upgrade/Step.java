package org.andon.e2e.upgrade;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.andon.e2e.traffic.Pace;

/**
 * One thing that is done to a suite at work.
 *
 * @param name by which the table tells it apart
 * @param title what is done
 */
record Step(String name, String title, Action action) {
  @FunctionalInterface
  interface Action {
    void take(Scene scene) throws Exception;
  }

  /** Some hundred messages, and a few of everything else, by way of either version. */
  private static final Duration TOGETHER = Duration.ofSeconds(5);

  private static final Duration A_WHILE = Duration.ofSeconds(20);

  /** The pod that is asked by those who are put out comes last: it hears of it as an old one. */
  static final List<Step> ALL =
      List.of(
          upgrade("auth-service"),
          upgrade("room-service"),
          upgrade("file-service"),
          upgrade("messaging-service-2"),
          new Step(
              "side-by-side",
              "an old and a new messaging pod; what only the new version knows is used, two people"
                  + " are put out",
              Step::workSideBySide),
          upgrade("messaging-service-1"),
          rollback("auth-service"),
          rollback("room-service"),
          rollback("file-service"),
          rollback("messaging-service-1", "messaging-service-2"));

  private static Step upgrade(String place) {
    return new Step(
        "upgrade-" + place,
        "a new one beside the old, which ends 5 s later",
        scene -> scene.stack().upgrade(place, TOGETHER));
  }

  private static Step rollback(String... places) {
    return new Step(
        "rollback-" + Stream.of(places).collect(joining("-and-")),
        "back to the old version, beside the others' new one, and forward again",
        scene -> {
          for (String place : places) {
            scene.stack().rollBack(place, TOGETHER);
          }
          for (String place : places) {
            scene.stack().upgrade(place, TOGETHER);
          }
        });
  }

  private static void workSideBySide(Scene scene) throws Exception {
    scene.traffic().expel();
    new Novelties(scene).use();
    Pace.pause(A_WHILE);
  }
}
