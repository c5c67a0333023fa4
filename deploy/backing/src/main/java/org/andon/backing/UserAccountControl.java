package org.andon.backing;

import com.unboundid.ldap.sdk.Entry;

/** Active Directory's bit field of account states, as far as it matters here. */
final class UserAccountControl {

  private static final int DISABLED = 0x2;
  private static final int NORMAL_ACCOUNT = 0x200;

  private UserAccountControl() {}

  static String of(boolean enabled) {
    return Integer.toString(enabled ? NORMAL_ACCOUNT : NORMAL_ACCOUNT | DISABLED);
  }

  static boolean isDisabled(Entry entry) {
    var value = entry.getAttributeValueAsInteger("userAccountControl");
    return value != null && (value & DISABLED) != 0;
  }
}
