package org.andon.auth.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.andon.auth.DirectoryProxy;
import org.andon.auth.TlsLink;
import org.andon.backing.Directory;
import org.andon.backing.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LdapCheckTest {

  @TempDir static Path certificates;
  private static Directory directory;
  private static TlsLink link;
  private static SSLContext before;

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final Map<String, String> settings = new HashMap<>();

  @BeforeAll
  static void startDirectory() throws Exception {
    before = SSLContext.getDefault();
    directory = Directory.start(0);
    directory.add(new Person("visitor", "訪客", "外部"));
    link = TlsLink.to(directory.port(), "localhost", certificates);
  }

  @AfterAll
  static void stopDirectory() throws IOException {
    link.close();
    directory.close();
    SSLContext.setDefault(before);
  }

  @Test
  void a_person_is_shown_with_groups_and_the_roles_that_follow() throws IOException {
    givenPlainDirectory();

    int code = check("li.wei@plant.example");

    assertThat(said())
        .contains("bound as the service account")
        .contains("group incident-users is cn=incident-users")
        .contains("group incident-admins is cn=incident-admins")
        .contains("user id      li.wei@plant.example")
        .contains("name         李偉")
        .contains("in group     line-3-supervisors")
        .contains("in group     line-3\n")
        .contains("in group     incident-users")
        .contains("roles that follow: [user]")
        .contains("All is well.");
    assertThat(code).isZero();
  }

  @Test
  void a_password_is_tried_when_asked_for_and_never_shown() throws IOException {
    givenPlainDirectory();

    assertThat(check("admin", "--password")).isZero();

    assertThat(said())
        .contains("the password is right")
        .contains("roles that follow: [user, admin]")
        .doesNotContain(Directory.DEMO_PASSWORD);
  }

  @Test
  void by_tls_the_private_authority_and_the_host_name_have_to_be_right(
      @TempDir Path otherCertificates) throws IOException {
    givenPlainDirectory();
    settings.put("andon.directory.url", "ldaps://localhost:" + link.port());
    assertThat(check()).isEqualTo(1);
    assertThat(said()).contains("no connection").contains("ANDON_DIRECTORY_CA_LOCATION");

    settings.put("andon.directory.ca-location", link.authority().toString());
    assertThat(check("li.wei")).isZero();
    assertThat(said()).contains("TLSv1.3");

    try (var other = TlsLink.to(directory.port(), "elsewhere.example", otherCertificates)) {
      settings.put("andon.directory.url", "ldaps://localhost:" + other.port());
      settings.put("andon.directory.ca-location", other.authority().toString());
      assertThat(check()).isEqualTo(1);
    }
    assertThat(said()).contains("elsewhere.example");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "andon.directory.url             | ldap://localhost:1   | no connection",
        "andon.directory.url             | localhost            | andon.directory.url",
        "andon.directory.bind-password   | wrong                | the service account cannot bind",
        "andon.directory.base-dn         | dc=elsewhere         | there is no dc=elsewhere",
        "andon.directory.groups.users    | nobody-has-this-name | no group has sAMAccountName",
        "andon.directory.ca-location     | /no/such/file        | andon.directory.ca-location",
        "andon.directory.connect-timeout | soon                 | andon.directory.connect-timeout",
      })
  void a_wrong_setting_is_told_in_words(String name, String value, String words)
      throws IOException {
    givenPlainDirectory();
    settings.put(name, value);

    assertThat(check("li.wei")).isEqualTo(1);

    assertThat(said()).contains("FAIL").contains(words).doesNotContain("\tat ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nobody   | 0 accounts are called so",
        "disabled | the account is disabled",
        "visitor  | in neither of our groups",
      })
  void who_may_not_sign_in_is_told_with_the_reason(String username, String words)
      throws IOException {
    givenPlainDirectory();

    assertThat(check(username)).isEqualTo(1);

    assertThat(said()).contains(words);
  }

  @Test
  void a_directory_that_refuses_a_search_is_told_in_words_too() throws IOException {
    givenPlainDirectory();
    try (var proxy = DirectoryProxy.to(directory)) {
      proxy.refuseSearches(filter -> filter.contains("=li.wei)"));
      settings.put("andon.directory.url", proxy.url());

      assertThat(check("li.wei")).isEqualTo(1);
    }

    assertThat(said())
        .contains("FAIL  the directory did not answer a search: as the test says")
        .contains("ANDON_DIRECTORY_NESTED_GROUPS")
        .doesNotContain("\tat ");
  }

  @Test
  void settings_that_are_missing_are_named() throws IOException {
    assertThat(check()).isEqualTo(1);

    assertThat(said())
        .contains("andon.directory.url")
        .contains("andon.directory.base-dn")
        .contains("andon.directory.bind-dn")
        .contains("andon.directory.bind-password");
  }

  @Test
  void a_wrong_command_line_is_answered_with_the_usage() throws IOException {
    assertThat(check("one", "two")).isEqualTo(2);
    assertThat(check("--passwords")).isEqualTo(2);
    assertThat(said()).contains("Usage: ldap-check");
  }

  private void givenPlainDirectory() {
    settings.put("andon.directory.url", directory.ldapUrl());
    settings.put("andon.directory.base-dn", Directory.BASE_DN);
    settings.put("andon.directory.bind-dn", directory.bindDn());
    settings.put("andon.directory.bind-password", directory.bindPassword());
  }

  private int check(String... arguments) throws IOException {
    var out = new PrintStream(output, true, UTF_8);
    return new LdapCheck(out, settings, () -> Directory.DEMO_PASSWORD).check(List.of(arguments));
  }

  private String said() {
    return output.toString(UTF_8);
  }
}
