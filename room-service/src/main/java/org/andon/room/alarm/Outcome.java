package org.andon.room.alarm;

/** What has become of a record. */
enum Outcome {
  RAISED,
  CLEARED,
  /** Its end came before it: told after it, once it comes. */
  EARLY,
  /** Heard before. */
  REPEATED,
  /** No template is for its location, or its room is read-only by now. */
  UNMATCHED,
  /** No alarm, or one that cannot be told. */
  SKIPPED
}
