package org.andon.backing;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Active Directory's rule for groups in groups ({@code member:1.2.840.113556.1.4.1941:=dn}), put
 * into plain filters: a member in the chain is a direct member, or a member of a group that is one.
 */
final class NestedGroups {

  private static final String IN_CHAIN = "1.2.840.113556.1.4.1941";

  private final Function<String, Entry> entries;

  NestedGroups(Function<String, Entry> entries) {
    this.entries = entries;
  }

  /** The same filter with the rule replaced wherever it stands. */
  Filter expand(Filter filter) {
    return switch (filter.getFilterType()) {
      case Filter.FILTER_TYPE_AND -> Filter.createANDFilter(expandAll(filter.getComponents()));
      case Filter.FILTER_TYPE_OR -> Filter.createORFilter(expandAll(filter.getComponents()));
      case Filter.FILTER_TYPE_NOT -> Filter.createNOTFilter(expand(filter.getNOTComponent()));
      default ->
          IN_CHAIN.equals(filter.getMatchingRuleID())
              ? chain(filter.getAttributeName(), filter.getAssertionValue())
              : filter;
    };
  }

  private List<Filter> expandAll(Filter[] filters) {
    return Stream.of(filters).map(this::expand).toList();
  }

  private Filter chain(String attribute, String dn) {
    // Who has X as a member in the chain has X or one of X's groups; and the other way round.
    var reached = closure(dn, "member".equalsIgnoreCase(attribute) ? "memberOf" : "member");
    return Filter.createORFilter(
        reached.stream().map(each -> Filter.createEqualityFilter(attribute, each)).toList());
  }

  /** Without the thousands who have nothing below (or above) them: no entry can match those. */
  private Set<String> closure(String start, String step) {
    var reached = new LinkedHashSet<String>();
    var open = new ArrayDeque<String>();
    open.add(start);
    while (!open.isEmpty()) {
      var dn = open.remove();
      var entry = entries.apply(dn);
      if (entry != null && entry.hasAttribute(step) && reached.add(dn)) {
        open.addAll(List.of(entry.getAttributeValues(step)));
      }
    }
    return reached;
  }
}
