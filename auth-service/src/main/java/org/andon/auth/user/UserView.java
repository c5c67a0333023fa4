package org.andon.auth.user;

import java.util.List;
import org.andon.auth.directory.Person;
import org.andon.auth.directory.Role;

/** A user as clients see them; roles in the order of their names. */
public record UserView(
    String userId, String displayName, String email, String department, List<String> roles) {

  public static UserView of(Person person) {
    return new UserView(
        person.userId(),
        person.displayName(),
        person.email(),
        person.department(),
        person.roles().stream().map(Role::name).sorted().toList());
  }
}
