package org.andon.auth.directory;

/** The outcome of a name and a password. */
public sealed interface Authentication {

  /** They are right, and the person may sign in. */
  record Accepted(Person person) implements Authentication {}

  /**
   * @param userId whose account it is; null when no account, or more than one, is called so
   */
  record Refused(Refusal reason, String userId) implements Authentication {}

  /** Why somebody is not let in: for the audit, and for nobody else. */
  enum Refusal {
    no_password,
    unknown_user,
    ambiguous_name,
    wrong_password,
    too_many_attempts,
    account_disabled,
    account_expired,
    account_locked,
    password_expired,
    not_permitted;

    /** Whether it was what they typed that was wrong, and not what they are. */
    public boolean isMistake() {
      return switch (this) {
        case no_password, unknown_user, wrong_password -> true;
        case ambiguous_name,
            too_many_attempts,
            account_disabled,
            account_expired,
            account_locked,
            password_expired,
            not_permitted ->
            false;
      };
    }
  }
}
