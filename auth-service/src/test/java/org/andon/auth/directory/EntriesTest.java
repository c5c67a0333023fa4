package org.andon.auth.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntriesTest {

  private final Entries entries = new Entries(TestConfig.with(Map.of()), Clock.systemUTC());

  @Test
  void the_user_id_is_the_mail_address_in_lower_case() {
    var entry =
        entry(
            new Attribute("sAMAccountName", "Chen.Mei"),
            new Attribute("mail", "Chen.Mei@Plant.example"),
            new Attribute("userPrincipalName", "chen@corp.example"));

    assertThat(entries.account(entry))
        .hasValueSatisfying(
            account -> {
              assertThat(account.userId()).isEqualTo("chen.mei@plant.example");
              assertThat(account.email()).isEqualTo("Chen.Mei@Plant.example");
            });
  }

  @Test
  void without_a_mail_address_it_is_the_upn_and_without_a_name_the_account_is_shown() {
    var entry =
        entry(
            new Attribute("sAMAccountName", "chen"),
            new Attribute("mail", " "),
            new Attribute("userPrincipalName", "Chen@corp.example"));

    assertThat(entries.account(entry))
        .contains(
            new Account(
                "cn=chen",
                "chen",
                "chen@corp.example",
                "chen",
                "Chen@corp.example",
                null,
                Standing.usable,
                0));
  }

  @Test
  void an_entry_that_nobody_can_be_known_by_is_no_account() {
    assertThat(entries.account(entry(new Attribute("sAMAccountName", "chen")))).isEmpty();
    assertThat(entries.account(entry(new Attribute("mail", "chen@plant.example")))).isEmpty();
  }

  private static Entry entry(Attribute... attributes) {
    return new Entry("cn=chen", attributes);
  }
}
