package org.andon.auth.page;

import java.util.Locale;

/** User ids as they come in requests. */
public final class UserIds {

  private UserIds() {}

  /** As it would be kept: in lower case, without U+0000, which the database does not take. */
  public static String known(String userId) {
    return userId.replace("\u0000", "").toLowerCase(Locale.ROOT);
  }
}
