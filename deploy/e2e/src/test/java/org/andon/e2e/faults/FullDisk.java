package org.andon.e2e.faults;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.andon.e2e.traffic.Activity;

/**
 * A server whose disk is full.
 *
 * @param watch starts the server again, should it have ended
 */
record FullDisk(
    String name,
    String title,
    Duration lasts,
    Set<Activity> touches,
    Function<FaultyStack, Optional<SmallDisk>> disk,
    Consumer<FaultyStack> watch)
    implements Fault {

  @Override
  public Optional<String> obstacle(FaultyStack stack) {
    return disk.apply(stack).isPresent()
        ? Optional.empty()
        : Optional.of("a small file system needs root, mkfs.ext4 and loop devices");
  }

  @Override
  public void strike(Scene scene) {
    disk.apply(scene.stack()).orElseThrow().fill();
  }

  @Override
  public void mend(Scene scene) {
    disk.apply(scene.stack()).orElseThrow().relieve();
    watch.accept(scene.stack());
  }

  @Override
  public String toString() {
    return name;
  }
}
