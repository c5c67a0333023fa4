package org.andon.auth.directory;

import com.unboundid.ldap.sdk.Entry;
import java.time.Clock;
import java.time.Duration;

/**
 * Reads how many wrong passwords Active Directory has counted for an account, wherever they were
 * tried. It keeps the number until the next one, and then begins anew if the last is long ago.
 */
final class WrongPasswords {

  private static final String COUNT = "badPwdCount";
  private static final String LAST = "badPasswordTime";

  static final String[] ATTRIBUTES = {COUNT, LAST};

  private final Clock clock;
  private final Duration window;

  WrongPasswords(Clock clock, Duration window) {
    this.clock = clock;
    this.window = window;
  }

  int of(Entry entry) {
    var count = entry.getAttributeValueAsInteger(COUNT);
    var last = entry.getAttributeValueAsLong(LAST);
    return count == null || last == null || isOver(last) ? 0 : count;
  }

  private boolean isOver(long last) {
    return FileTime.instant(last).plus(window).isBefore(clock.instant());
  }
}
