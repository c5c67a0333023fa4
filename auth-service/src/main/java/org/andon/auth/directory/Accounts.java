package org.andon.auth.directory;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

  Accounts(LDAPConnectionPool connections, DirectoryConfig config, Clock clock) {
    this.connections = connections;
    this.config = config;
    this.entries = new Entries(config.attributes(), new Standings(clock));
    this.groups = new RoleGroups(config);
  }

  /** All accounts that are called so: when two are, either could be meant. */
  List<Account> bySignInName(String name) {
    var names = config.attributes();
    return accounts(
        Filter.createANDFilter(
            PEOPLE, anyOf(name, names.mail(), names.principalName(), names.account())));
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

  /** The account of this id whose session may go on; none when two have the id. */
  Optional<Account> byUserId(String userId) {
    var found =
        accounts(Filter.createANDFilter(PEOPLE, called(userId))).stream()
            .filter(account -> account.userId().equalsIgnoreCase(userId))
            .toList();
    return found.size() == 1
        ? Optional.of(found.getFirst()).filter(account -> account.standing().maySessionGoOn())
        : Optional.empty();
  }

  private Filter called(String userId) {
    var names = config.attributes();
    return anyOf(userId, names.mail(), names.principalName());
  }

  private List<Account> accounts(Filter filter) {
    return find(filter).flatMap(entry -> entries.account(entry).stream()).toList();
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
    return members(find(groups.ours()), filter -> find(filter), matching).values().stream()
        .sorted(Comparator.comparing(Person::userId))
        .toList();
  }

  /**
   * Those of these ids whose sessions may go on, in one search for each of our groups.
   *
   * @throws DirectoryFailure.Unavailable also when the answer is not whole, or the directory has
   *     neither of our groups: nobody is to lose a session by that
   */
  Map<String, Person> byUserIds(Collection<String> userIds) {
    var ours = findAll(groups.ours()).toList();
    if (ours.isEmpty()) {
      throw new DirectoryFailure.Unavailable("the directory has neither of our groups", null);
    }
    var any = Filter.createORFilter(userIds.stream().map(this::called).toList());
    return members(ours.stream(), this::findAll, Filter.createANDFilter(PEOPLE, any));
  }

  private Map<String, Person> members(
      Stream<SearchResultEntry> ours,
      Function<Filter, Stream<SearchResultEntry>> search,
      Filter matching) {
    return ours.flatMap(
            group ->
                search
                    .apply(Filter.createANDFilter(matching, groups.membersOf(group)))
                    .flatMap(entry -> entries.account(entry).stream())
                    .filter(account -> account.standing().maySessionGoOn())
                    .map(account -> account.person(groups.roles(group))))
        .collect(Collectors.toMap(Person::userId, person -> person, Accounts::withRolesOfBoth));
  }

  private static Person withRolesOfBoth(Person one, Person other) {
    var roles =
        Stream.of(one, other)
            .flatMap(person -> person.roles().stream())
            .collect(Collectors.toSet());
    return new Person(
        one.userId(), one.displayName(), one.email(), one.department(), Set.copyOf(roles));
  }

  private static Filter anyOf(String value, String... attributes) {
    return Filter.createORFilter(
        Stream.of(attributes).map(name -> Filter.createEqualityFilter(name, value)).toList());
  }

  private static Filter containing(String text, String... attributes) {
    return Filter.createORFilter(
        Stream.of(attributes).map(name -> Filter.createSubAnyFilter(name, text)).toList());
  }

  /** Of more entries than the limit, some. */
  private Stream<SearchResultEntry> find(Filter filter) {
    try {
      return search(filter);
    } catch (LDAPSearchException e) {
      if (ResultCode.SIZE_LIMIT_EXCEEDED.equals(e.getResultCode())) {
        return e.getSearchEntries().stream();
      }
      throw noAnswer(e);
    }
  }

  /** Every entry that matches, or none of them. */
  private Stream<SearchResultEntry> findAll(Filter filter) {
    try {
      return search(filter);
    } catch (LDAPSearchException e) {
      throw noAnswer(e);
    }
  }

  /** Active Directory adds references to other domains, which are left alone. */
  private Stream<SearchResultEntry> search(Filter filter) throws LDAPSearchException {
    var search = new SearchRequest(config.baseDn(), SearchScope.SUB, filter, entries.attributes());
    search.setSizeLimit(config.searchLimit());
    return connections.search(search).getSearchEntries().stream();
  }

  private static DirectoryFailure noAnswer(LDAPSearchException failure) {
    return new DirectoryFailure.Unavailable("the directory did not answer a search", failure);
  }
}
