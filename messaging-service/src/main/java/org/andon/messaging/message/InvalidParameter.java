package org.andon.messaging.message;

/** A query parameter that is not as {@code http-api.md} says. */
public final class InvalidParameter extends RuntimeException {
  private final String parameter;

  InvalidParameter(String parameter, String message) {
    super(parameter + " " + message, null, false, false);
    this.parameter = parameter;
  }

  public String parameter() {
    return parameter;
  }
}
