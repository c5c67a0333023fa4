package org.andon.auth.audit;

/** What happened, as the database and the list of events spell it. */
public enum EventType {
  /** Somebody signed in. */
  login,
  /** A name or password was wrong. */
  login_failed,
  /** Nobody was let in, whatever the password: too many attempts, or an account that may not. */
  login_refused,
  /** A session ended before its time. */
  session_revoked
}
