package org.andon.messaging.presence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What this pod knows of another one. Not thread-safe. */
final class OtherPod {
  /** One may be a matter of what was still under way. */
  private static final int MISFITS = 2;

  /** No part fits but the first of another state. */
  private static final int LOST = -1;

  private Instant leaseEnd = Instant.MIN;

  /** Of a pod just met nothing is known: its first heartbeat that does not fit is enough. */
  private int misfits = MISFITS - 1;

  private List<Place> gathered = new ArrayList<>();
  private int nextPart = LOST;

  /** It has given a sign of life, which lasts until then. */
  void heard(Instant until) {
    leaseEnd = until;
  }

  boolean silent(Instant now) {
    return leaseEnd.isBefore(now);
  }

  /**
   * Takes whether a heartbeat fits what is held of the pod; true if it has to be asked for its
   * state.
   */
  boolean mustBeAsked(boolean fits) {
    misfits = fits ? 0 : misfits + 1;
    return misfits >= MISFITS;
  }

  /** Takes a part of its state; the whole of it after the last one, if none was lost. */
  Optional<List<Place>> take(PresenceEvent.State state) {
    if (state.part() == 0) {
      gathered = new ArrayList<>();
      nextPart = 0;
    }
    if (state.part() != nextPart) {
      nextPart = LOST;
      return Optional.empty();
    }
    gathered.addAll(state.places());
    nextPart++;
    if (nextPart < state.parts()) {
      return Optional.empty();
    }
    List<Place> whole = gathered;
    gathered = new ArrayList<>();
    nextPart = LOST;
    misfits = 0;
    return Optional.of(whole);
  }
}
