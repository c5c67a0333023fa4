package org.andon.auth.audit;

/** Why events cannot be listed. */
public abstract sealed class AuditFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private AuditFailure(String message) {
    super(message);
  }

  /** A parameter that should be a time is none. */
  public static final class NoTime extends AuditFailure {

    private static final long serialVersionUID = 1L;

    private final String field;

    NoTime(String field) {
      super("no time: " + field);
      this.field = field;
    }

    public String field() {
      return field;
    }
  }
}
