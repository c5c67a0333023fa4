package org.andon.bench.load;

/** The load could not be driven at all; nothing was measured. */
public final class LoadFailure extends RuntimeException {
  public LoadFailure(String message) {
    super(message);
  }

  public LoadFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
