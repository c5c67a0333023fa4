package org.andon.auth.directory;

import java.util.Set;

/**
 * An entry that looks like a person's account, whether or not they may sign in.
 *
 * @param name what Elytron finds it by
 * @param wrongPasswords as the directory has counted them lately
 */
record Account(
    String dn,
    String name,
    String userId,
    String displayName,
    String email,
    String department,
    Standing standing,
    int wrongPasswords) {

  Person person(Set<Role> roles) {
    return new Person(userId, displayName, email, department, roles);
  }
}
