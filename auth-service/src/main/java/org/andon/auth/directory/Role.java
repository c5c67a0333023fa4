package org.andon.auth.directory;

/** What somebody may do in the whole system, as tokens and views spell it. */
public enum Role {
  user,
  admin
}
