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
  session_revoked,
  /** An admin made a service account. */
  service_account_created,
  /** What it may do, or its name, is another. */
  service_account_changed,
  /** It has a new secret. */
  service_account_secret_rotated,
  /** It is no more, nor are its tokens. */
  service_account_revoked
}
