package org.andon.file.file;

import java.util.UUID;

/** Why a file is not taken or given. The message is meant for the caller. */
public abstract sealed class FileException extends RuntimeException {

  // No stack trace: this is an answer, not a fault.
  private FileException(String message) {
    super(message, null, false, false);
  }

  /** No such file. */
  public static final class FileNotFound extends FileException {
    FileNotFound(UUID fileId) {
      super("There is no file " + fileId + ".");
    }
  }

  /** Not one of the types that are taken, or called like another type. */
  public static final class TypeNotAccepted extends FileException {
    TypeNotAccepted() {
      super(
          "Only images (PNG, JPEG, GIF, WebP), PDF, office documents and plain text (txt, csv, log)"
              + " are taken; the type is told from the content, and the name must fit it.");
    }
  }

  /** Larger than files of its kind may be. */
  public static final class TooLarge extends FileException {
    TooLarge(FileKind kind, long maxBytes) {
      super(
          "Files of the kind %s may have at most %d MiB."
              .formatted(kind.wireName(), maxBytes / (1024 * 1024)));
    }
  }

  /** The bytes asked for lie behind the end of the file. */
  public static final class RangeNotSatisfiable extends FileException {
    private final long size;

    RangeNotSatisfiable(long size) {
      super("The file has " + size + " bytes.");
      this.size = size;
    }

    /** Of the whole file, in bytes. */
    public long size() {
      return size;
    }
  }

  /** A field's value breaks a rule. */
  public static final class InvalidField extends FileException {
    private final String field;

    InvalidField(String field, String message) {
      super(message);
      this.field = field;
    }

    /** The name of the form's part or of the query parameter. */
    public String field() {
      return field;
    }
  }
}
