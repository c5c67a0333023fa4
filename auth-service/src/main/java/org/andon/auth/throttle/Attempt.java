package org.andon.auth.throttle;

import io.github.bucket4j.Bucket;
import java.util.List;

/** An attempt that was taken. If neither method is called, it is used up. */
public final class Attempt {

  private final KnownPlaces places;
  private final String name;
  private final List<String> here;
  private final List<Bucket> taken;

  Attempt(KnownPlaces places, String name, List<String> here, List<Bucket> taken) {
    this.places = places;
    this.name = name;
    this.here = here;
    this.taken = taken;
  }

  /** The password was not looked at: as if it had not happened. */
  public void giveBack() {
    taken.forEach(bucket -> bucket.addTokens(1));
  }

  /** The password was right: this device and address are known for the name from now on. */
  public void succeeded() {
    giveBack();
    // The last is the person's own; what there is for strangers stays as they left it.
    taken.getLast().reset();
    places.remember(name, here);
  }
}
