package org.andon.auth.directory;

/** Whether an account may be used, as Active Directory tells in its attributes. */
enum Standing {
  usable,
  disabled,
  expired,
  /** After too many wrong passwords somewhere. */
  locked,
  /** The password has expired, or must be changed at the next login. */
  password_expired;

  /**
   * Whether a session may go on. A lock does not end it: else whoever types wrong passwords for
   * somebody signs them out. Nor does an expired password, which is asked for at a login only.
   */
  boolean maySessionGoOn() {
    return switch (this) {
      case usable, locked, password_expired -> true;
      case disabled, expired -> false;
    };
  }
}
