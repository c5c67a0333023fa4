package org.andon.file.file;

import java.time.Duration;
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
    TooLarge(long maxBytes) {
      super("Files like this one may have at most %s.".formatted(mebibytes(maxBytes)));
    }
  }

  /** The room has as much as it may. */
  public static final class RoomFull extends FileException {
    RoomFull(long maxBytes) {
      super("The files of a room may have at most %s together.".formatted(mebibytes(maxBytes)));
    }
  }

  /** The caller has uploaded as much as one may in a day. */
  public static final class DayUsedUp extends FileException {
    private final Duration untilTomorrow;

    DayUsedUp(long maxBytes, Duration untilTomorrow) {
      super("One may upload at most %s a day.".formatted(mebibytes(maxBytes)));
      this.untilTomorrow = untilTomorrow;
    }

    /** After it, uploading is possible again. */
    public Duration untilTomorrow() {
      return untilTomorrow;
    }
  }

  /** The caller uploads too many files at once. */
  public static final class TooManyAtOnce extends FileException {
    TooManyAtOnce(int max) {
      super("One may upload at most " + max + " files at once.");
    }
  }

  /** The caller downloads too much at once. */
  public static final class TooManyDownloads extends FileException {
    TooManyDownloads(int max) {
      super("One may download at most " + max + " files at once.");
    }
  }

  /** Too many uploads of all people at once. */
  public static final class Busy extends FileException {
    Busy() {
      super("Too many files arrive at the moment; try again.");
    }
  }

  /** The file takes too long to arrive. */
  public static final class TooSlow extends FileException {
    TooSlow(Duration limit) {
      super("A file must arrive within " + limit.toMinutes() + " minutes.");
    }
  }

  /** The request's body is no form, or ends too early. */
  public static final class MalformedForm extends FileException {
    MalformedForm() {
      super("The body cannot be read as multipart/form-data.");
    }
  }

  private static String mebibytes(long bytes) {
    return bytes / (1024 * 1024) + " MiB";
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
