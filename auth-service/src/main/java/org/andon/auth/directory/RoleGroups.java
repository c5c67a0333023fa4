package org.andon.auth.directory;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import java.util.EnumSet;
import java.util.Set;

/** The two groups that give roles, and the filters that find them and their members. */
final class RoleGroups {

  /** Active Directory's rule that follows groups in groups (LDAP_MATCHING_RULE_IN_CHAIN). */
  private static final String IN_CHAIN = "1.2.840.113556.1.4.1941";

  private final DirectoryConfig.Groups names;
  private final String nameAttribute;
  private final boolean nested;

  RoleGroups(DirectoryConfig config) {
    this.names = config.groups();
    this.nameAttribute = config.attributes().group();
    this.nested = config.nestedGroups();
  }

  Filter ours() {
    return Filter.createORFilter(
        Filter.createEqualityFilter(nameAttribute, names.users()),
        Filter.createEqualityFilter(nameAttribute, names.admins()));
  }

  Filter thatHaveMember(String dn) {
    return Filter.createANDFilter(ours(), inChain("member", dn));
  }

  /** In whatever group of the directory, ours or not. */
  Filter anyThatHasMember(String dn) {
    return inChain("member", dn);
  }

  Filter membersOf(Entry group) {
    return inChain("memberOf", group.getDN());
  }

  /** An admin is a user too, member of the users' group or not. */
  Set<Role> roles(Entry group) {
    return names.admins().equalsIgnoreCase(group.getAttributeValue(nameAttribute))
        ? EnumSet.allOf(Role.class)
        : EnumSet.of(Role.user);
  }

  private Filter inChain(String attribute, String dn) {
    return nested
        ? Filter.createExtensibleMatchFilter(attribute, IN_CHAIN, false, dn)
        : Filter.createEqualityFilter(attribute, dn);
  }
}
