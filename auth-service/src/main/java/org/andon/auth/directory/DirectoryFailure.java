package org.andon.auth.directory;

/** Why the directory gave no answer that a caller can go on with. */
public abstract sealed class DirectoryFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private DirectoryFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /** The directory is away or takes too long; nothing is known about the person. */
  public static final class Unavailable extends DirectoryFailure {

    private static final long serialVersionUID = 1L;

    Unavailable(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** Nobody of this id may sign in. */
  public static final class NoSuchPerson extends DirectoryFailure {

    private static final long serialVersionUID = 1L;

    public NoSuchPerson(String userId) {
      super("no person " + userId, null);
    }
  }

  /** More entries match a search than are read; some of them would be no answer. */
  public static final class TooManyHits extends DirectoryFailure {

    private static final long serialVersionUID = 1L;

    TooManyHits(Throwable cause) {
      super("too many hits", cause);
    }
  }
}
