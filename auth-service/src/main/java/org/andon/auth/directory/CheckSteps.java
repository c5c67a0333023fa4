package org.andon.auth.directory;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.ServerSet;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The steps of {@link LdapCheck}; each needs the one before. */
final class CheckSteps {

  private final DirectoryConfig config;
  private final CheckReport report;

  CheckSteps(DirectoryConfig config, CheckReport report) {
    this.config = config;
    this.report = report;
  }

  void run(Optional<String> username, Optional<String> password) {
    showSettings();
    if (!everyServerAnswers()) {
      return;
    }
    try (var pool = LdapConnections.pool(config)) {
      if (baseIsThere(pool) && groupsAreThere(pool)) {
        username.ifPresent(name -> person(pool, name, password));
      }
    } catch (LDAPException e) {
      report.bad("%s", e.getMessage());
    } catch (DirectoryFailure e) {
      report.bad("%s: %s", e.getMessage(), e.getCause().getMessage());
      report.note("may the service account read people and groups? A directory that is not");
      report.note("Active Directory needs ANDON_DIRECTORY_NESTED_GROUPS=false");
    }
  }

  private void showSettings() {
    report.good("URL           %s", config.url());
    report.good("base DN       %s", config.baseDn());
    report.good("bind DN       %s", config.bindDn());
    report.good(
        "groups        %s (users), %s (admins)", config.groups().users(), config.groups().admins());
    report.good("private CA    %s", config.caLocation().map(Object::toString).orElse("none"));
    if (config.url().contains("ldap://")) {
      report.note("ldap:// sends passwords in the clear: use ldaps:// outside of a test");
    }
  }

  /** All of them: the second is there for the day on which the first is not. */
  private boolean everyServerAnswers() {
    report.heading("Connecting and binding");
    return LdapConnections.servers(config).stream().map(this::answers).toList().stream()
        .allMatch(answered -> answered);
  }

  private boolean answers(ServerSet server) {
    long start = System.nanoTime();
    try (var connection = server.getConnection()) {
      report.good(
          "%s connected in %d ms%s",
          connection.getHostPort(),
          (System.nanoTime() - start) / 1_000_000,
          connection.getSSLSession() == null
              ? ", without TLS"
              : ", " + connection.getSSLSession().getProtocol());
      return binds(connection);
    } catch (LDAPException e) {
      report.bad("no connection: %s", e.getMessage());
      report.note(
          "host, port and firewall right? With ldaps://: is the certificate made out to this");
      report.note("host name, and its authority in ANDON_DIRECTORY_CA_LOCATION?");
      return false;
    }
  }

  private boolean binds(LDAPConnection connection) {
    try {
      connection.bind(config.bindDn(), config.bindPassword());
      report.good("%s bound as the service account", connection.getHostPort());
      return true;
    } catch (LDAPException e) {
      report.bad("the service account cannot bind: %s", e.getMessage());
      report.note("ANDON_DIRECTORY_BIND_DN is a whole DN (or a UPN), _BIND_PASSWORD its password");
      return false;
    }
  }

  private boolean baseIsThere(LDAPConnectionPool pool) throws LDAPException {
    report.heading("Below the base DN");
    if (pool.getEntry(config.baseDn(), "1.1") == null) {
      report.bad("there is no %s, or the service account may not see it", config.baseDn());
      return false;
    }
    report.good("%s is there", config.baseDn());
    return true;
  }

  private boolean groupsAreThere(LDAPConnectionPool pool) throws LDAPException {
    var found = groups(pool, new RoleGroups(config).ours());
    for (var name : List.of(config.groups().users(), config.groups().admins())) {
      var named = found.stream().filter(group -> name.equalsIgnoreCase(name(group))).toList();
      switch (named.size()) {
        case 0 -> report.bad("no group has %s=%s", config.attributes().group(), name);
        case 1 -> report.good("group %s is %s", name, named.getFirst().getDN());
        default ->
            report.bad("%d groups have %s=%s", named.size(), config.attributes().group(), name);
      }
    }
    return !found.isEmpty();
  }

  private void person(LDAPConnectionPool pool, String username, Optional<String> password) {
    report.heading("Signing in as " + username);
    var accounts = new Accounts(pool, config, Clock.systemUTC());
    var called = accounts.bySignInName(username.strip());
    if (called.size() != 1) {
      report.bad("%d accounts are called so; exactly one must be", called.size());
      called.forEach(account -> report.note("%s", account.dn()));
      report.note(
          "looked for in %s, %s and %s; an account also needs %s and a mail address or UPN",
          config.attributes().mail(),
          config.attributes().principalName(),
          config.attributes().account(),
          config.attributes().account());
      return;
    }
    var account = called.getFirst();
    report.good("found %s", account.dn());
    report.note("user id      %s", account.userId());
    report.note("name         %s", account.displayName());
    report.note("department   %s", Optional.ofNullable(account.department()).orElse("none"));
    if (account.standing() == Standing.usable) {
      report.good("%s", inWords(account.standing()));
    } else {
      report.bad("%s", inWords(account.standing()));
    }
    if (!accounts.isOnlyOneOfItsName(account)) {
      report.bad("another entry has %s=%s too", config.attributes().account(), account.name());
    }
    if (!accounts.isOnlyOneOfItsId(account)) {
      report.bad("another entry has the user id %s too", account.userId());
    }
    password.ifPresent(typed -> passwordIsRight(account, typed));
    showGroups(pool, account);
    accounts
        .person(account)
        .ifPresentOrElse(
            person ->
                report.good("roles that follow: %s", person.roles().stream().sorted().toList()),
            () -> report.bad("in neither of our groups, so they may not sign in"));
  }

  private static String inWords(Standing standing) {
    return switch (standing) {
      case usable -> "the account may be used";
      case disabled -> "the account is disabled";
      case expired -> "the account has expired";
      case locked -> "the account is locked after too many wrong passwords";
      case password_expired -> "the password has expired, or must be changed at the next login";
    };
  }

  private void passwordIsRight(Account account, String password) {
    if (password.isEmpty()) {
      report.bad("an empty password is never tried");
      return;
    }
    try (var connection = LdapConnections.servers(config).getFirst().getConnection()) {
      connection.bind(account.dn(), password);
      report.good("the password is right");
    } catch (LDAPException e) {
      report.bad("the directory refuses the password: %s", e.getMessage());
    }
  }

  private void showGroups(LDAPConnectionPool pool, Account account) {
    try {
      for (var group : groups(pool, new RoleGroups(config).anyThatHasMember(account.dn()))) {
        report.note("in group     %s", Optional.ofNullable(name(group)).orElse(group.getDN()));
      }
    } catch (LDAPException e) {
      report.bad("groups could not be searched: %s", e.getMessage());
      report.note("a directory that is not Active Directory: ANDON_DIRECTORY_NESTED_GROUPS=false");
    }
  }

  private List<SearchResultEntry> groups(LDAPConnectionPool pool, Filter filter)
      throws LDAPSearchException {
    return pool.search(config.baseDn(), SearchScope.SUB, filter, config.attributes().group())
        .getSearchEntries();
  }

  private String name(Entry group) {
    return group.getAttributeValue(config.attributes().group());
  }
}
