package org.andon.auth.directory;

import com.unboundid.ldap.sdk.Entry;
import java.time.Clock;

/**
 * Reads an account's standing from Active Directory's attributes. A directory that has none of them
 * tells by refusing the bind.
 */
final class Standings {

  private static final String CONTROL = "userAccountControl";

  /** Computed at every search: unlike lockoutTime, it knows when a lock is over. */
  private static final String COMPUTED_CONTROL = "msDS-User-Account-Control-Computed";

  private static final String EXPIRES = "accountExpires";

  static final String[] ATTRIBUTES = {CONTROL, COMPUTED_CONTROL, EXPIRES};

  private static final int DISABLED = 0x2;
  private static final int LOCKED_OUT = 0x10;
  private static final int PASSWORD_EXPIRED = 0x800000;

  private final Clock clock;

  Standings(Clock clock) {
    this.clock = clock;
  }

  Standing of(Entry entry) {
    int computed = bits(entry, COMPUTED_CONTROL);
    if ((bits(entry, CONTROL) & DISABLED) != 0) {
      return Standing.disabled;
    }
    if (isExpired(entry)) {
      return Standing.expired;
    }
    if ((computed & LOCKED_OUT) != 0) {
      return Standing.locked;
    }
    return (computed & PASSWORD_EXPIRED) != 0 ? Standing.password_expired : Standing.usable;
  }

  private static int bits(Entry entry, String attribute) {
    var value = entry.getAttributeValueAsInteger(attribute);
    return value == null ? 0 : value;
  }

  /** Zero and the largest stand for never. */
  private boolean isExpired(Entry entry) {
    var ticks = entry.getAttributeValueAsLong(EXPIRES);
    if (ticks == null || ticks == 0 || ticks == Long.MAX_VALUE) {
      return false;
    }
    return !clock.instant().isBefore(FileTime.instant(ticks));
  }
}
