package org.andon.auth.directory;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Searches accounts and the groups they are in. */
@ApplicationScoped
class Accounts {

  private static final Filter PEOPLE = Filter.createEqualityFilter("objectClass", "person");

  private final LDAPConnectionPool connections;
  private final DirectoryConfig config;
  private final Entries entries;
  private final RoleGroups groups;

  Accounts(LDAPConnectionPool connections, DirectoryConfig config) {
    this.connections = connections;
    this.config = config;
    this.entries = new Entries(config.attributes());
    this.groups = new RoleGroups(config);
  }

  /** The one enabled account that is called so; none when two are, since either could be meant. */
  Optional<Account> bySignInName(String name) {
    var names = config.attributes();
    return only(
        find(Filter.createANDFilter(
                PEOPLE, anyOf(name, names.mail(), names.principalName(), names.account())))
            .flatMap(entry -> entries.account(entry).stream()));
  }

  /**
   * Whether a search for the account's name, in whatever kind of entry, finds this account and
   * nothing else: Elytron searches so, and verifies against the first entry it finds.
   */
  boolean isOnlyOneOfItsName(Account account) {
    var found =
        find(Filter.createEqualityFilter(config.attributes().account(), account.name())).toList();
    return found.size() == 1 && found.getFirst().getDN().equals(account.dn());
  }

  Optional<Account> byUserId(String userId) {
    var names = config.attributes();
    return only(
        find(Filter.createANDFilter(PEOPLE, anyOf(userId, names.mail(), names.principalName())))
            .flatMap(entry -> entries.account(entry).stream())
            .filter(account -> account.userId().equalsIgnoreCase(userId)));
  }

  /** The person of an account, if one of our groups has it as a member. */
  Optional<Person> person(Account account) {
    var roles =
        find(groups.thatHaveMember(account.dn()))
            .flatMap(group -> groups.roles(group).stream())
            .collect(Collectors.toSet());
    return roles.isEmpty() ? Optional.empty() : Optional.of(account.person(roles));
  }

  List<Person> search(String text) {
    var names = config.attributes();
    var matching =
        text.isEmpty()
            ? PEOPLE
            : Filter.createANDFilter(
                PEOPLE,
                containing(
                    text,
                    names.displayName(),
                    names.mail(),
                    names.principalName(),
                    names.account()));
    return find(groups.ours())
        .flatMap(
            group ->
                find(Filter.createANDFilter(matching, groups.membersOf(group)))
                    .flatMap(entry -> entries.account(entry).stream())
                    .filter(Account::enabled)
                    .map(account -> account.person(groups.roles(group))))
        .collect(Collectors.toMap(Person::userId, person -> person, Accounts::withRolesOfBoth))
        .values()
        .stream()
        .sorted(Comparator.comparing(Person::userId))
        .toList();
  }

  private static Person withRolesOfBoth(Person one, Person other) {
    var roles =
        Stream.of(one, other)
            .flatMap(person -> person.roles().stream())
            .collect(Collectors.toSet());
    return new Person(
        one.userId(), one.displayName(), one.email(), one.department(), Set.copyOf(roles));
  }

  private static Optional<Account> only(Stream<Account> found) {
    var accounts = found.toList();
    return accounts.size() == 1 && accounts.getFirst().enabled()
        ? Optional.of(accounts.getFirst())
        : Optional.empty();
  }

  private static Filter anyOf(String value, String... attributes) {
    return Filter.createORFilter(
        Stream.of(attributes).map(name -> Filter.createEqualityFilter(name, value)).toList());
  }

  private static Filter containing(String text, String... attributes) {
    return Filter.createORFilter(
        Stream.of(attributes).map(name -> Filter.createSubAnyFilter(name, text)).toList());
  }

  private Stream<SearchResultEntry> find(Filter filter) {
    var search = new SearchRequest(config.baseDn(), SearchScope.SUB, filter, entries.attributes());
    search.setSizeLimit(config.searchLimit());
    try {
      return connections.search(search).getSearchEntries().stream();
    } catch (LDAPSearchException e) {
      if (ResultCode.SIZE_LIMIT_EXCEEDED.equals(e.getResultCode())) {
        return e.getSearchEntries().stream();
      }
      throw new DirectoryFailure.Unavailable("the directory did not answer a search", e);
    }
  }
}
