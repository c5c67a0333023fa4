package org.andon.e2e.faults;

/**
 * One attempt and what came of it.
 *
 * @param began as {@link System#nanoTime} tells it
 * @param trouble what was answered instead of success; null if all was well
 */
record Observation(Activity activity, long began, long ended, String trouble) {
  boolean isTrouble() {
    return trouble != null;
  }
}
