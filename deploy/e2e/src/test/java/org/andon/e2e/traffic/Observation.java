package org.andon.e2e.traffic;

/**
 * One attempt and what came of it.
 *
 * @param began as {@link System#nanoTime} tells it
 * @param trouble what was answered instead of success; null if all was well
 */
public record Observation(Activity activity, long began, long ended, String trouble) {
  public boolean isTrouble() {
    return trouble != null;
  }
}
