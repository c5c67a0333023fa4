package org.andon.auth.watch;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.andon.auth.directory.Person;

/**
 * A living session, with what its access tokens say its user may do.
 *
 * @param roles names of roles
 * @param checkedAt when its account was looked at before
 */
record WatchedSession(UUID sessionId, String userId, Set<String> roles, Instant checkedAt) {

  /**
   * A role that was taken away is in the session's access tokens still: only its end takes it back
   * at once.
   *
   * @param person as the directory describes them now; null when they may not sign in any more
   */
  boolean isGrantedTo(Person person) {
    return person != null
        && person.roles().stream().map(Enum::name).collect(Collectors.toSet()).containsAll(roles);
  }
}
