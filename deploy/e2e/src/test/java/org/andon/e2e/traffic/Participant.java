package org.andon.e2e.traffic;

/** Somebody who does the same thing over and over. */
interface Participant {
  /** Once; what fails is observed, not thrown. */
  void act() throws InterruptedException;

  /** Makes an end of what may still wait. */
  default void leave() {}
}
