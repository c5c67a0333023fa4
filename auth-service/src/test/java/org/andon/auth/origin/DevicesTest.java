package org.andon.auth.origin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DevicesTest {

  private final Devices devices = new Devices();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/140.0.0.0 Safari/537.36 | Chrome 140 on Windows 10",
        "Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
            + " Version/17.5 Mobile/15E148 Safari/604.1 | Mobile Safari 17 on iOS 17",
        "Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0 | Firefox 142 on"
            + " Linux",
        "MES-Gateway 4.2 | MES-Gateway 4.2",
        "產線平板/3 | 產線平板/3",
      })
  void a_user_agent_is_told_in_words_or_shown_as_it_is(String header, String device) {
    assertThat(devices.describe(header)).isEqualTo(device);
  }

  @Test
  void without_a_header_nothing_is_said() {
    assertThat(devices.describe(null)).isEmpty();
    assertThat(devices.describe("  ")).isEmpty();
  }

  @Test
  void what_would_deceive_a_reader_or_break_the_database_is_left_out() {
    assertThat(devices.describe("a\u0000b\u202ec\nd")).isEqualTo("abcd");
  }

  @Test
  void a_header_of_any_length_is_cut() {
    assertThat(devices.describe("x".repeat(10_000))).hasSizeLessThanOrEqualTo(300);
  }
}
