package org.andon.backing;

import java.util.List;

/**
 * A person of the directory. The mail address, which is the user id, is the account name at the
 * plant's domain.
 *
 * @param account the {@code sAMAccountName}, such as {@code chen.mei}
 * @param groups the names of the groups the person is a direct member of; they are made when
 *     missing
 */
public record Person(
    String account, String displayName, String department, boolean enabled, List<String> groups) {

  public Person {
    groups = List.copyOf(groups);
  }

  /** A person whose account is enabled. */
  public Person(String account, String displayName, String department, String... groups) {
    this(account, displayName, department, true, List.of(groups));
  }

  public String userId() {
    return account + "@plant.example";
  }
}
