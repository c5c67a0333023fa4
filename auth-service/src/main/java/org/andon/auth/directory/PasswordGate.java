package org.andon.auth.directory;

/** Asked before a password is tried, since the directory counts wrong ones and locks accounts. */
@FunctionalInterface
public interface PasswordGate {

  /**
   * @param wrongPasswords as the directory has counted them lately, 0 if it does not
   */
  boolean mayTry(String userId, int wrongPasswords);
}
