package org.andon.auth.directory;

import java.util.Set;

/**
 * A person who may sign in, as the directory describes them.
 *
 * @param userId the mail address, else the UPN, in lower case: who this is, everywhere
 * @param department null when the directory has none
 * @param roles never empty, but for a machine, which the directory does not know
 */
public record Person(
    String userId, String displayName, String email, String department, Set<Role> roles) {

  public Person {
    roles = Set.copyOf(roles);
  }

  /** Whether no role was taken away since they were as {@code before}. */
  public boolean hasRolesOf(Person before) {
    return roles.containsAll(before.roles);
  }
}
