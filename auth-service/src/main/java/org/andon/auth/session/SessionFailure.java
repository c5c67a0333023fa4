package org.andon.auth.session;

/** Why there is no session to work with. */
public abstract sealed class SessionFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private SessionFailure(String message) {
    super(message);
  }

  /** The caller has no session that lives: never had, ended, expired, or a stolen refresh token. */
  public static final class NotLiving extends SessionFailure {

    private static final long serialVersionUID = 1L;

    public NotLiving() {
      super("no living session");
    }
  }

  /** The caller has no session of this id. */
  public static final class NoSuchSession extends SessionFailure {

    private static final long serialVersionUID = 1L;

    NoSuchSession(String id) {
      super("no session " + id);
    }
  }
}
