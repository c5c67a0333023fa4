package org.andon.messaging.query;

/** A query parameter that is not as {@code http-api.md} says. */
public final class InvalidParameter extends RuntimeException {
  private final String parameter;

  /**
   * @param message goes on from the parameter's name: "is a number …"
   */
  public InvalidParameter(String parameter, String message) {
    super(parameter + " " + message, null, false, false);
    this.parameter = parameter;
  }

  public String parameter() {
    return parameter;
  }
}
