package org.andon.room.template;

import java.util.UUID;

/** Why a template is not given or changed. The message is meant for the caller. */
public abstract sealed class TemplateException extends RuntimeException {

  // No stack trace: this is an answer, not a fault.
  private TemplateException(String message) {
    super(message, null, false, false);
  }

  /** No such template, or it is deleted. */
  public static final class NotFound extends TemplateException {
    NotFound(UUID templateId) {
      super("There is no template " + templateId + ".");
    }
  }

  /** Templates are changed by system admins. */
  public static final class Forbidden extends TemplateException {
    Forbidden() {
      super("Only an admin may do this.");
    }
  }

  /** The template has been changed since the version the caller knows. */
  public static final class VersionConflict extends TemplateException {
    VersionConflict(long current) {
      super("The template has been changed meanwhile; its version is now " + current + ".");
    }
  }

  /** A list is longer than it may be. */
  public static final class TooMany extends TemplateException {
    private final String field;

    TooMany(String field, int limit) {
      super("has more than " + limit + " entries");
      this.field = field;
    }

    /** The list's name in JSON. */
    public String field() {
      return field;
    }
  }
}
