package org.andon.auth;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.util.List;
import org.andon.auth.directory.LdapCheck;

/** Starts the service; or, given {@code ldap-check}, tries its directory's settings and ends. */
@QuarkusMain
public final class Main {

  private Main() {}

  public static void main(String... arguments) throws IOException {
    if (arguments.length > 0 && arguments[0].equals("ldap-check")) {
      System.exit(LdapCheck.run(List.of(arguments).subList(1, arguments.length)));
    }
    Quarkus.run(arguments);
  }
}
