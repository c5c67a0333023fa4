package org.andon.auth.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoleGroupsTest {

  private static final Entry ADMINS = group("Incident-Admins");
  private static final Entry USERS = group("incident-users");

  @Test
  void an_admin_is_a_user_too() {
    var groups = new RoleGroups(TestConfig.with(Map.of()));

    assertThat(groups.roles(ADMINS)).containsExactlyInAnyOrder(Role.admin, Role.user);
    assertThat(groups.roles(USERS)).containsExactly(Role.user);
  }

  @Test
  void groups_in_groups_are_followed_by_active_directorys_rule() {
    var groups = new RoleGroups(TestConfig.with(Map.of()));

    assertThat(groups.thatHaveMember("cn=a*b").toString())
        .isEqualTo(
            "(&(|(sAMAccountName=incident-users)(sAMAccountName=incident-admins))"
                + "(member:1.2.840.113556.1.4.1941:=cn=a\\2ab))");
  }

  @Test
  void a_directory_without_the_rule_is_asked_for_direct_members_of_its_own_groups() {
    var groups =
        new RoleGroups(
            TestConfig.with(
                Map.of(
                    "andon.directory.nested-groups", "false",
                    "andon.directory.groups.users", "line-3",
                    "andon.directory.groups.admins", "it",
                    "andon.directory.attributes.group", "cn")));

    assertThat(groups.thatHaveMember("uid=op01").toString())
        .isEqualTo("(&(|(cn=line-3)(cn=it))(member=uid=op01))");
    assertThat(groups.membersOf(USERS).toString()).isEqualTo("(memberOf=cn=incident-users)");
  }

  private static Entry group(String name) {
    return new Entry("cn=" + name, new Attribute("sAMAccountName", name));
  }
}
