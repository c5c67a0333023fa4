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
import java.util.Locale;
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
    this.entries = new Entries(config, clock);
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

  /** Whether nobody else has the account's id: two people must never be one user. */
  boolean isOnlyOneOfItsId(Account account) {
    return theOnlyOne(account.userId()).filter(it -> it.dn().equals(account.dn())).isPresent();
  }

  /** The account of this id whose session may go on; none when two have the id. */
  Optional<Account> byUserId(String userId) {
    return theOnlyOne(userId).filter(account -> account.standing().maySessionGoOn());
  }

  private Optional<Account> theOnlyOne(String userId) {
    var id = userId.toLowerCase(Locale.ROOT);
    return Optional.ofNullable(onlyOnes(find(people(List.of(id)))).get(id));
  }

  private Filter people(Collection<String> userIds) {
    return Filter.createANDFilter(
        PEOPLE, Filter.createORFilter(userIds.stream().map(this::called).toList()));
  }

  /** By id, the accounts that share theirs with no other entry. */
  private Map<String, Account> onlyOnes(Stream<SearchResultEntry> found) {
    return found
        .flatMap(entry -> entries.account(entry).stream())
        .collect(Collectors.groupingBy(Account::userId))
        .entrySet()
        .stream()
        .filter(ofId -> ofId.getValue().size() == 1)
        .collect(Collectors.toMap(Map.Entry::getKey, ofId -> ofId.getValue().getFirst()));
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
    return persons(members(findAll(groups.ours()), matching)).values().stream()
        .sorted(Comparator.comparing(Person::userId))
        .toList();
  }

  /**
   * Those of these ids whose sessions may go on, in one search for them and one for each of our
   * groups.
   *
   * @throws DirectoryFailure also when the answer is not whole, or the directory has neither of our
   *     groups: nobody is to lose a session by that
   */
  Map<String, Person> byUserIds(Collection<String> userIds) {
    var ours = findAll(groups.ours()).toList();
    if (ours.isEmpty()) {
      throw new DirectoryFailure.Unavailable("the directory has neither of our groups", null);
    }
    var people = people(userIds);
    var permitted = persons(members(ours.stream(), people));
    permitted.keySet().retainAll(onlyOnes(findAll(people)).keySet());
    return permitted;
  }

  /** An account in one of our groups, and what it may do for that. */
  private record Member(Account account, Set<Role> roles) {}

  private Stream<Member> members(Stream<SearchResultEntry> ours, Filter matching) {
    return ours.flatMap(
        group ->
            findAll(Filter.createANDFilter(matching, groups.membersOf(group)))
                .flatMap(entry -> entries.account(entry).stream())
                .filter(account -> account.standing().maySessionGoOn())
                .map(account -> new Member(account, groups.roles(group))));
  }

  /** By id; nobody when two entries have the id. */
  private static Map<String, Person> persons(Stream<Member> members) {
    return members.collect(Collectors.groupingBy(member -> member.account().dn())).values().stream()
        .map(Accounts::withAllRoles)
        .collect(Collectors.groupingBy(Person::userId))
        .values()
        .stream()
        .filter(ofId -> ofId.size() == 1)
        .map(List::getFirst)
        .collect(Collectors.toMap(Person::userId, Function.identity()));
  }

  private static Person withAllRoles(List<Member> sameEntry) {
    var roles =
        sameEntry.stream().flatMap(member -> member.roles().stream()).collect(Collectors.toSet());
    return sameEntry.getFirst().account().person(roles);
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
      throw ResultCode.SIZE_LIMIT_EXCEEDED.equals(e.getResultCode())
          ? new DirectoryFailure.TooManyHits(e)
          : noAnswer(e);
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
