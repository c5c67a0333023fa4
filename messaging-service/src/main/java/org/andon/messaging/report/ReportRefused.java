package org.andon.messaging.report;

/** Why there is no report now; a little later there may be one. */
public abstract sealed class ReportRefused extends RuntimeException {
  private ReportRefused(String message, Throwable cause) {
    super(message, cause, false, false);
  }

  /** Another service, without which the report would be half a one. */
  public static final class PartAway extends ReportRefused {
    private final String part;

    /**
     * @param part the service's name
     */
    PartAway(String part, Throwable cause) {
      super("The " + part + " does not answer, and the report needs it.", cause);
      this.part = part;
    }

    /** Stable, for programs: {@code room_service_unavailable}. */
    public String code() {
      return part.replace('-', '_') + "_unavailable";
    }
  }

  /** This pod writes as many reports as it can. */
  public static final class Busy extends ReportRefused {
    Busy() {
      super("Too many reports are being written.", null);
    }
  }

  /** The caller's last report is still being written. */
  public static final class OneAtATime extends ReportRefused {
    OneAtATime() {
      super("Your last report is still being written.", null);
    }
  }

  public static final class TooSlow extends ReportRefused {
    TooSlow() {
      super("The report took too long and was given up.", null);
    }
  }
}
