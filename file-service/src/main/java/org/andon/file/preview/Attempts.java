package org.andon.file.preview;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.andon.file.preview.PreviewException.Busy;
import org.andon.file.storage.ObjectRef;

/**
 * Keeps a note in the database for as long as this pod tries to show an object for the first time.
 * A pod that dies of a file leaves the note behind, and no other dies of it too.
 */
@ApplicationScoped
class Attempts {
  private final PreviewStates states;
  private final Map<ObjectRef, Integer> running = new HashMap<>();

  Attempts(PreviewStates states) {
    this.states = states;
  }

  /**
   * @throws Busy if another pod tries, or has died of it
   */
  synchronized void begin(ObjectRef object) {
    if (!running.containsKey(object) && !states.begin(object)) {
      throw new Busy();
    }
    running.merge(object, 1, Integer::sum);
  }

  /** Whatever came of it; the note stays if nothing else was written, and is taken back here. */
  synchronized void end(ObjectRef object) {
    if (running.merge(object, -1, Integer::sum) == 0) {
      running.remove(object);
      states.giveBack(object);
    }
  }
}
