package org.andon.auth.login;

/** Why somebody could not sign in. */
public abstract sealed class LoginFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private LoginFailure(String message) {
    super(message);
  }

  /**
   * Wrong, unknown, disabled, in none of our groups, or no password at all: nobody is told which.
   */
  public static final class InvalidCredentials extends LoginFailure {

    private static final long serialVersionUID = 1L;

    InvalidCredentials() {
      super("invalid credentials");
    }
  }
}
