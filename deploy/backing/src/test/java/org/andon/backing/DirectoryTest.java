package org.andon.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DirectoryTest {

  private final Directory directory = Directory.start(0);

  @AfterEach
  void stop() {
    directory.close();
  }

  @Test
  void people_have_active_directorys_attributes() throws LDAPException {
    var chen = person("chen.mei");

    assertThat(chen.getAttributeValue("mail")).isEqualTo("chen.mei@plant.example");
    assertThat(chen.getAttributeValue("userPrincipalName")).isEqualTo("chen.mei@plant.example");
    assertThat(chen.getAttributeValue("displayName")).isEqualTo("陳美");
    assertThat(chen.getAttributeValue("userAccountControl")).isEqualTo("512");
    assertThat(chen.getAttributeValues("memberOf"))
        .containsExactly("cn=line-3-maintenance,ou=groups,dc=plant,dc=example");
    assertThat(search("(&(objectClass=user)(mail=op*))")).hasSize(50);
    assertThat(search("(displayName=*偉*)")).hasSize(1);
  }

  @Test
  void everybody_signs_in_with_the_demo_password_only() {
    assertThatCode(() -> bind("li.wei", Directory.DEMO_PASSWORD)).doesNotThrowAnyException();
    assertThatThrownBy(() -> bind("li.wei", "guess")).hasMessageContaining("data 52e");
    assertThatThrownBy(() -> bind("nobody", "guess")).hasMessageContaining("data 52e");
  }

  @Test
  void a_disabled_account_cannot_bind() {
    directory.disable("op07@plant.example");

    assertThatThrownBy(() -> bind("op07", Directory.DEMO_PASSWORD))
        .hasMessageContaining("data 533");
    assertThatThrownBy(() -> bind("disabled", Directory.DEMO_PASSWORD))
        .hasMessageContaining("data 533");

    directory.enable("op07@plant.example");
    assertThatCode(() -> bind("op07", Directory.DEMO_PASSWORD)).doesNotThrowAnyException();
  }

  @Test
  void an_empty_password_binds_as_nobody_and_succeeds() throws LDAPException {
    try (var connection = new LDAPConnection("127.0.0.1", directory.port())) {
      connection.getConnectionOptions().setBindWithDNRequiresPassword(false);

      var result = connection.bind("cn=li.wei,ou=people,dc=plant,dc=example", "");

      assertThat(result.getResultCode().intValue()).isZero();
    }
  }

  @Test
  void the_nested_group_rule_finds_members_of_groups_in_groups() throws LDAPException {
    assertThat(groupsInChain("li.wei"))
        .containsExactlyInAnyOrder("line-3-supervisors", "line-3", "incident-users");
    assertThat(groupsInChain("admin")).containsExactly("incident-admins");
    assertThat(
            search(
                "(&(objectClass=user)(memberOf:1.2.840.113556.1.4.1941:="
                    + "cn=line-3,ou=groups,dc=plant,dc=example))"))
        .extracting(entry -> entry.getAttributeValue("sAMAccountName"))
        .containsExactly("li.wei");
  }

  @Test
  void groups_that_contain_each_other_do_not_hang_a_search() throws Exception {
    try (var connection = lookup()) {
      connection.modify(
          "dn: cn=line-3-supervisors,ou=groups,dc=plant,dc=example",
          "changetype: modify",
          "add: member",
          "member: cn=line-3,ou=groups,dc=plant,dc=example");
      connection.modify(
          "dn: cn=line-3,ou=groups,dc=plant,dc=example",
          "changetype: modify",
          "add: memberOf",
          "memberOf: cn=line-3-supervisors,ou=groups,dc=plant,dc=example");
    }

    assertThat(groupsInChain("li.wei")).hasSize(3);
  }

  @Test
  void people_can_be_added_alone_or_by_the_thousand() throws LDAPException {
    directory.add(new Person("visitor", "訪客", "外部"));
    directory.addBenchUsers(2000);

    assertThat(groupsInChain("visitor")).isEmpty();
    assertThat(groupsInChain("bench2000")).contains("incident-users");
    assertThatCode(() -> bind("bench0001", Directory.DEMO_PASSWORD)).doesNotThrowAnyException();
  }

  @Test
  void a_stopped_directory_comes_back_on_the_same_port_with_the_same_people() throws LDAPException {
    int port = directory.port();
    directory.disable("op07@plant.example");

    directory.stop();
    assertThatThrownBy(() -> bind("li.wei", Directory.DEMO_PASSWORD))
        .isInstanceOf(LDAPException.class);
    directory.startAgain();

    assertThat(directory.port()).isEqualTo(port);
    assertThat(person("op07").getAttributeValue("userAccountControl")).isEqualTo("514");
  }

  private void bind(String account, String password) throws LDAPException {
    new LDAPConnection(
            "127.0.0.1",
            directory.port(),
            "cn=" + account + ",ou=people,dc=plant,dc=example",
            password)
        .close();
  }

  private LDAPConnection lookup() throws LDAPException {
    return new LDAPConnection(
        "127.0.0.1", directory.port(), directory.bindDn(), directory.bindPassword());
  }

  private SearchResultEntry person(String account) throws LDAPException {
    return search("(sAMAccountName=" + account + ")").getFirst();
  }

  private List<String> groupsInChain(String account) throws LDAPException {
    var rule =
        Filter.createExtensibleMatchFilter(
            "member", "1.2.840.113556.1.4.1941", false, person(account).getDN());
    return search("(&(objectClass=group)" + rule + ")").stream()
        .map(group -> group.getAttributeValue("cn"))
        .toList();
  }

  private List<SearchResultEntry> search(String filter) throws LDAPException {
    try (var connection = lookup()) {
      return connection.search(Directory.BASE_DN, SearchScope.SUB, filter).getSearchEntries();
    }
  }
}
