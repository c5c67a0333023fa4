package org.andon.e2e.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.andon.e2e.traffic.Activity;

/** A process that has been started with a clock that is wrong. */
record WrongClock(String name, String title, Duration lasts, String instance, String offset)
    implements Fault {

  /** Debian's package {@code libfaketime}. */
  private static final Path LIBRARY =
      Path.of(
          "/usr/lib",
          (System.getProperty("os.arch").equals("amd64") ? "x86_64" : "aarch64") + "-linux-gnu",
          "faketime/libfaketimeMT.so.1");

  /** Nobody need notice. */
  @Override
  public Set<Activity> touches() {
    return Set.of();
  }

  @Override
  public Optional<String> obstacle(FaultyStack stack) {
    return Files.exists(LIBRARY)
        ? Optional.empty()
        : Optional.of("the package libfaketime is not installed");
  }

  @Override
  public void prepare(Scene scene) {
    // Time that is measured, rather than told, goes on as it is: only the clock is wrong.
    scene
        .stack()
        .restart(
            instance,
            Map.of(
                "LD_PRELOAD",
                LIBRARY.toString(),
                "FAKETIME",
                offset,
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1"));
  }

  @Override
  public void strike(Scene scene) {}

  @Override
  public void cleanUp(Scene scene) {
    scene.stack().restart(instance, Map.of());
  }

  @Override
  public String toString() {
    return name;
  }
}
