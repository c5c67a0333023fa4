package org.andon.auth.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageFailureTest {

  @ParameterizedTest
  @ValueSource(strings = {"08001", "08006", "53300", "57P01"})
  void a_database_that_is_gone_full_or_shutting_down_is_away(String state) {
    assertThat(StorageFailure.isCauseOf(wrapped(new SQLException("gone", state)))).isTrue();
  }

  @Test
  void so_is_one_that_has_no_connection_left() {
    assertThat(StorageFailure.isCauseOf(wrapped(new SQLException("Acquisition timeout")))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "22P05", "42601"})
  void a_statement_that_is_refused_is_our_mistake(String state) {
    assertThat(StorageFailure.isCauseOf(wrapped(new SQLException("refused", state)))).isFalse();
  }

  @Test
  void what_has_nothing_to_do_with_a_database_is_not_its_failure() {
    assertThat(StorageFailure.isCauseOf(new IllegalStateException("other"))).isFalse();
  }

  private static RuntimeException wrapped(SQLException cause) {
    return new IllegalStateException(new IllegalStateException(cause));
  }
}
