package org.andon.room.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

  private static Optional<Duration> of(String value) {
    return RetryAfter.of(
        HttpHeaders.of(Map.of("Retry-After", List.of(value)), (name, it) -> true), NOW);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"120 | PT2M", "Mon, 2 Mar 2026 08:00:30 GMT | PT30S"})
  void it_is_in_seconds_or_until_a_time(String value, Duration wait) {
    assertThat(of(value)).contains(wait);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "soon", "Mon, 2 Mar 2026 07:00:00 GMT", "99999999999999"})
  void what_says_nothing_is_ignored(String value) {
    assertThat(of(value)).isEmpty();
  }
}
