package org.andon.http;

/** A query parameter is wrong. The message is meant for the caller. */
public final class InvalidParameter extends RuntimeException {
  private final String parameter;

  // No stack trace: this is an answer, not a fault.
  public InvalidParameter(String parameter, String message) {
    super(message, null, false, false);
    this.parameter = parameter;
  }

  public String parameter() {
    return parameter;
  }
}
