package org.andon.auth;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.andon.backing.Directory;

/**
 * Counts wrong passwords in {@code badPwdCount} as Active Directory does: anew when the last is
 * half an hour ago, and from nothing after a right one.
 */
public final class BadPasswords {

  private static final Duration WINDOW = Duration.ofMinutes(30);
  private static final long MILLIS_FROM_1601_TO_1970 = 11_644_473_600_000L;

  private final Directory directory;
  private final Map<String, List<Integer>> counts = new HashMap<>();
  private final Map<String, Instant> last = new HashMap<>();
  private Clock clock = Clock.systemUTC();

  BadPasswords(Directory directory) {
    this.directory = directory;
  }

  public synchronized void keepTimeBy(Clock testClock) {
    clock = testClock;
  }

  /** What the count was after each wrong password that reached the directory. */
  public synchronized List<Integer> countsOf(String dn) {
    return List.copyOf(counts.getOrDefault(dn, List.of()));
  }

  synchronized void note(String dn, int resultCode) {
    var now = clock.instant();
    if (resultCode == ResultCode.INVALID_CREDENTIALS_INT_VALUE) {
      var before = counts.computeIfAbsent(dn, key -> new ArrayList<>());
      boolean goesOn = last.getOrDefault(dn, Instant.EPOCH).plus(WINDOW).isAfter(now);
      before.add(goesOn ? before.getLast() + 1 : 1);
      last.put(dn, now);
      write(dn, before.getLast(), now);
    } else if (last.remove(dn) != null) {
      write(dn, 0, now);
    }
  }

  private void write(String dn, int count, Instant now) {
    try (var connection =
        new LDAPConnection(
            "127.0.0.1", directory.port(), directory.bindDn(), directory.bindPassword())) {
      var ticks = (now.toEpochMilli() + MILLIS_FROM_1601_TO_1970) * 10_000;
      connection.modify(
          dn,
          List.of(
              new Modification(ModificationType.REPLACE, "badPwdCount", Integer.toString(count)),
              new Modification(ModificationType.REPLACE, "badPasswordTime", Long.toString(ticks))));
    } catch (LDAPException e) {
      throw new IllegalStateException(e);
    }
  }
}
