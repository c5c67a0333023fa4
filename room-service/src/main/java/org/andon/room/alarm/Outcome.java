package org.andon.room.alarm;

/** What has become of a record. */
enum Outcome {
  RAISED,
  CLEARED,
  /** Heard before; or cleared without having been heard. */
  REPEATED,
  /** No template is for its location, or its room is read-only by now. */
  UNMATCHED,
  /** No alarm, or one that cannot be told. */
  SKIPPED
}
