package org.andon.room.notification;

/** The database failed, or what is in it cannot be read. */
public final class NotificationException extends RuntimeException {
  public NotificationException(Exception cause) {
    super(cause);
  }
}
