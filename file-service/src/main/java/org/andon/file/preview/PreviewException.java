package org.andon.file.preview;

/** Why there is no preview. The message is meant for the caller. */
public abstract sealed class PreviewException extends RuntimeException {
  private PreviewException(String message, Throwable cause) {
    super(message, cause, false, false);
  }

  /** Not of this file, now or later. */
  public static final class NoPreview extends PreviewException {
    NoPreview(Throwable cause) {
      super("There is no preview of this file.", cause);
    }
  }

  /** None can be made just now; this one may be there in a moment. */
  public static final class Busy extends PreviewException {
    Busy(Throwable cause) {
      super("No preview can be made at the moment; try again.", cause);
    }
  }
}
