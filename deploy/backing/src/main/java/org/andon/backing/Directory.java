package org.andon.backing;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.RDN;
import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A directory that looks like Active Directory to its clients, in memory, with the people of the
 * demo plant below {@code dc=plant,dc=example}: AD's attributes, nested groups with the rule that
 * searches through them, and AD's answers to disabled accounts and to empty passwords.
 */
public final class Directory implements AutoCloseable {

  public static final String BASE_DN = "dc=plant,dc=example";

  /** The published password of everybody in the demo plant; it guards nothing. */
  public static final String DEMO_PASSWORD = "andon-demo";

  private static final String PEOPLE = "ou=people," + BASE_DN;
  private static final String GROUPS = "ou=groups," + BASE_DN;
  private static final String LOOKUP_ACCOUNT = "cn=andon-lookup,ou=services," + BASE_DN;

  private final InMemoryDirectoryServer server;
  private final int port;
  private final String bindPassword = UUID.randomUUID().toString();

  private Directory(InMemoryDirectoryServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /** Starts the demo plant's directory on a port of 127.0.0.1, 0 for any that is free. */
  public static Directory start(int port) {
    int listenPort = FreePort.orAny(port);
    try {
      var config = new InMemoryDirectoryServerConfig(BASE_DN);
      config.setSchema(null);
      config.setListenerConfigs(
          InMemoryListenerConfig.createLDAPConfig(
              "ldap", InetAddress.getLoopbackAddress(), listenPort, null));
      var accounts = new ActiveDirectoryBehaviour();
      config.addInMemoryOperationInterceptor(accounts);
      var server = new InMemoryDirectoryServer(config);
      accounts.answerFor(server);
      var directory = new Directory(server, listenPort);
      directory.populate();
      server.startListening();
      return directory;
    } catch (LDAPException e) {
      throw new BackingException("the directory did not start", e);
    }
  }

  private void populate() throws LDAPException {
    server.add(new Entry(BASE_DN, new Attribute("objectClass", "top", "domain")));
    for (var unit : List.of(PEOPLE, GROUPS, "ou=services," + BASE_DN)) {
      server.add(new Entry(unit, new Attribute("objectClass", "top", "organizationalUnit")));
    }
    server.add(
        new Entry(
            LOOKUP_ACCOUNT,
            new Attribute("objectClass", "top", "account"),
            new Attribute("userPassword", bindPassword)));
    for (var nesting : DemoPlant.NESTED_GROUPS.entrySet()) {
      requireGroup(nesting.getKey());
      join(nesting.getValue(), List.of(groupDn(nesting.getKey())));
    }
    addPeople(DemoPlant.PEOPLE);
  }

  /** Adds people with the demo password; for tests that need somebody the plant does not have. */
  public void add(Person... people) {
    try {
      addPeople(List.of(people));
    } catch (LDAPException e) {
      throw new BackingException("people could not be added", e);
    }
  }

  /** Adds {@code bench0001@plant.example} and following, who may sign in, for load tests. */
  public void addBenchUsers(int count) {
    try {
      addPeople(DemoPlant.benchUsers(count));
    } catch (LDAPException e) {
      throw new BackingException("bench users could not be added", e);
    }
  }

  private void addPeople(Collection<Person> people) throws LDAPException {
    for (var person : people) {
      server.add(entry(person));
    }
    var members =
        people.stream()
            .flatMap(person -> person.groups().stream().map(group -> new Membership(person, group)))
            .collect(
                Collectors.groupingBy(
                    Membership::group,
                    Collectors.mapping(
                        member -> personDn(member.person().account()), Collectors.toList())));
    for (var group : members.entrySet()) {
      join(group.getKey(), group.getValue());
    }
  }

  private record Membership(Person person, String group) {}

  private static Entry entry(Person person) {
    var dn = personDn(person.account());
    return new Entry(
        dn,
        new Attribute("objectClass", "top", "person", "organizationalPerson", "user"),
        new Attribute("distinguishedName", dn),
        new Attribute("cn", person.account()),
        new Attribute("displayName", person.displayName()),
        new Attribute("department", person.department()),
        new Attribute("sAMAccountName", person.account()),
        new Attribute("userPrincipalName", person.userId()),
        new Attribute("mail", person.userId()),
        new Attribute("userAccountControl", UserAccountControl.of(person.enabled())),
        new Attribute("userPassword", DEMO_PASSWORD));
  }

  /** Membership is kept on both sides, as Active Directory does. */
  private void join(String group, List<String> memberDns) throws LDAPException {
    requireGroup(group);
    server.modify(
        groupDn(group),
        new Modification(ModificationType.ADD, "member", memberDns.toArray(String[]::new)));
    for (var member : memberDns) {
      server.modify(member, new Modification(ModificationType.ADD, "memberOf", groupDn(group)));
    }
  }

  private void requireGroup(String name) throws LDAPException {
    var dn = groupDn(name);
    if (server.getEntry(dn) == null) {
      server.add(
          new Entry(
              dn,
              new Attribute("objectClass", "top", "group"),
              new Attribute("distinguishedName", dn),
              new Attribute("cn", name),
              new Attribute("sAMAccountName", name)));
    }
  }

  /** Disables an account: from now on it cannot bind. */
  public void disable(String userId) {
    setEnabled(userId, false);
  }

  /** Takes {@link #disable} back. */
  public void enable(String userId) {
    setEnabled(userId, true);
  }

  private void setEnabled(String userId, boolean enabled) {
    try {
      server.modify(
          personDn(userId.substring(0, userId.indexOf('@'))),
          new Modification(
              ModificationType.REPLACE, "userAccountControl", UserAccountControl.of(enabled)));
    } catch (LDAPException e) {
      throw new BackingException("account " + userId + " could not be changed", e);
    }
  }

  private static String personDn(String account) {
    return new RDN("cn", account) + "," + PEOPLE;
  }

  private static String groupDn(String name) {
    return new RDN("cn", name) + "," + GROUPS;
  }

  public int port() {
    return port;
  }

  public String ldapUrl() {
    return "ldap://127.0.0.1:" + port;
  }

  /** The service account that may search. */
  public String bindDn() {
    return LOOKUP_ACCOUNT;
  }

  public String bindPassword() {
    return bindPassword;
  }

  /** Goes away with all connections, as a directory does that nobody can reach. */
  public void stop() {
    server.shutDown(true);
  }

  /** Comes back on the same port with the same people. */
  public void startAgain() {
    try {
      server.startListening();
    } catch (LDAPException e) {
      throw new BackingException("the directory did not start again", e);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
