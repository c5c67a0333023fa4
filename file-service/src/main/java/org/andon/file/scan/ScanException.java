package org.andon.file.scan;

/** Why a file is not let through. */
public abstract sealed class ScanException extends RuntimeException {
  private ScanException(String message, Throwable cause) {
    super(message, cause);
  }

  /** A known virus is in it. The message is meant for the caller. */
  public static final class Infected extends ScanException {
    Infected(String signature) {
      super("holds a virus (" + signature + ")", null);
    }
  }

  /** The scanner gives no verdict; without one, nothing is taken. */
  public static final class ScannerAway extends ScanException {
    ScannerAway(Throwable cause) {
      super("The virus scanner is away.", cause);
    }

    ScannerAway(String answer) {
      super("The virus scanner answered: " + answer, null);
    }
  }
}
