package org.andon.e2e.traffic;

import java.util.Set;

/** What the contracts allow a part to say that is away, or that cannot do its work. */
public final class Documented {
  private static final Set<String> TROUBLES =
      Set.of(
          "503 unavailable",
          "503 directory_unavailable",
          "error unavailable",
          "refused 503",
          "closed 1001",
          "closed 1006",
          "closed 4408",
          "closed 4410",
          "no connection",
          "late");

  private Documented() {}

  public static boolean allows(Observation trouble) {
    return !trouble.activity().isSeenByPeople() || TROUBLES.contains(trouble.trouble());
  }
}
