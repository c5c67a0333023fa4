package org.andon.auth.login;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A login request.
 *
 * @param username mail address, UPN or account name; the length is far beyond any of them
 */
record SignIn(
    @NotNull @Size(max = 256) String username, @NotNull @Size(max = 256) String password) {

  /** Never the password: records are printed by logs and debuggers. */
  @Override
  public String toString() {
    return "SignIn[…]";
  }
}
