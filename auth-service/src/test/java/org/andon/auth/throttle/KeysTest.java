package org.andon.auth.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"li.wei", "LI.WEI@plant.example", " li.wei ", "PLANT\\li.wei", "ｌｉ.wei@other"})
  void the_ways_to_spell_an_account_count_together(String typed) {
    assertThat(Keys.name(typed)).isEqualTo(Keys.name("li.wei"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"li.we", "li.wei2", "", "@", "李偉", "\u0000", "\ud800"})
  void other_names_do_not(String typed) {
    assertThat(Keys.name(typed)).isNotEqualTo(Keys.name("li.wei"));
  }

  @Test
  void what_was_typed_cannot_be_read_from_a_key() {
    assertThat(Keys.name("My-Secret")).doesNotContainIgnoringCase("secret").hasSize(64);
    assertThat(Keys.device("My-Secret")).doesNotContainIgnoringCase("secret");
  }

  @Test
  void an_ipv6_network_is_one_address() {
    assertThat(Keys.address("2001:db8:1:2:3:4:5:6")).isEqualTo(Keys.address("2001:db8:1:2::9"));
    assertThat(Keys.address("2001:db8:1:3::9")).isNotEqualTo(Keys.address("2001:db8:1:2::9"));
    assertThat(Keys.address("203.0.113.7")).isNotEqualTo(Keys.address("203.0.113.8"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "unix:socket", "\u0000"})
  void what_is_no_address_is_one_of_its_own(String address) {
    assertThat(Keys.address(address)).startsWith("address:").doesNotContain("\u0000");
  }
}
