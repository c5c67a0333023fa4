package org.andon.auth.machine;

import java.util.UUID;

/** Why a service account is not given, changed or let in. */
public abstract sealed class MachineFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private MachineFailure(String message) {
    super(message);
  }

  public static final class NoSuchAccount extends MachineFailure {

    private static final long serialVersionUID = 1L;

    NoSuchAccount(UUID clientId) {
      super("no service account " + clientId);
    }
  }

  /** There are as many as there may be. */
  public static final class TooManyAccounts extends MachineFailure {

    private static final long serialVersionUID = 1L;

    TooManyAccounts(int atMost) {
      super("There are " + atMost + " service accounts, which is all there may be.");
    }
  }

  /** It has been changed since the version the caller knows. */
  public static final class VersionConflict extends MachineFailure {

    private static final long serialVersionUID = 1L;

    VersionConflict(long current) {
      super("It has been changed meanwhile; its version is now " + current + ".");
    }
  }

  /** As many tokens of the account are valid as may be. */
  public static final class TooManyTokens extends MachineFailure {

    private static final long serialVersionUID = 1L;

    TooManyTokens(int atOnce) {
      super(atOnce + " tokens of this account are valid now: use one until it expires.");
    }
  }

  public static final class InvalidField extends MachineFailure {

    private static final long serialVersionUID = 1L;

    private final String field;

    InvalidField(String field, String message) {
      super(message);
      this.field = field;
    }

    public String field() {
      return field;
    }
  }

  /** No token, in the words of RFC 6749, section 5.2. */
  public static final class TokenRefused extends MachineFailure {

    private static final long serialVersionUID = 1L;

    private final Error error;

    TokenRefused(Error error, String description) {
      super(description);
      this.error = error;
    }

    public Error error() {
      return error;
    }
  }

  /** The errors of RFC 6749 that there are here. */
  public enum Error {
    invalid_request,
    invalid_client,
    unsupported_grant_type
  }
}
