package org.andon.auth.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

  private final Standings standings = new Standings(Clock.fixed(NOW, ZoneOffset.UTC));

  @ParameterizedTest
  @CsvSource({
    "userAccountControl, 512, usable",
    "userAccountControl, 66048, usable",
    "userAccountControl, 514, disabled",
    "userAccountControl, 66050, disabled",
    "msDS-User-Account-Control-Computed, 0, usable",
    "msDS-User-Account-Control-Computed, 16, locked",
    "msDS-User-Account-Control-Computed, 8388608, password_expired",
    "msDS-User-Account-Control-Computed, 8388624, locked",
    "accountExpires, 0, usable",
    "accountExpires, 9223372036854775807, usable",
    "accountExpires, 134397900000000000, expired",
    "accountExpires, 134397900010000000, usable",
  })
  void an_account_stands_as_its_attributes_say(String attribute, String value, Standing standing) {
    assertThat(standings.of(new Entry("cn=chen", new Attribute(attribute, value))))
        .isEqualTo(standing);
  }

  @Test
  void a_directory_without_the_attributes_is_left_to_refuse_by_itself() {
    assertThat(standings.of(new Entry("uid=chen"))).isEqualTo(Standing.usable);
  }

  @Test
  void what_is_disabled_is_so_whatever_else_it_is() {
    var entry =
        new Entry(
            "cn=chen",
            new Attribute("userAccountControl", "514"),
            new Attribute("msDS-User-Account-Control-Computed", "16"));

    assertThat(standings.of(entry)).isEqualTo(Standing.disabled);
  }
}
