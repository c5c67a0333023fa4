package org.andon.auth.session;

/** Why a session ended before its time, as the database keeps it and Kafka tells it. */
public enum EndReason {
  logged_out,
  ended_by_user,
  ended_by_admin,
  refresh_token_reused,
  account_refused,
  service_account_changed,
  service_account_revoked
}
