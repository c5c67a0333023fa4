package org.andon.file.storage;

/** The object store could not do what was asked. */
public abstract sealed class StorageException extends RuntimeException {
  private StorageException(String message, Throwable cause) {
    super(message, cause);
  }

  /** It does not answer, or not as it should; trying again may help. */
  public static final class Unavailable extends StorageException {
    public Unavailable(Throwable cause) {
      super("The file store is away; try again.", cause);
    }
  }

  /** It answers, and there is no such object. */
  public static final class ObjectMissing extends StorageException {
    ObjectMissing(String key, Throwable cause) {
      super("No object " + key, cause);
    }
  }
}
