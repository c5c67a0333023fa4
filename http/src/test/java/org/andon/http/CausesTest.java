package org.andon.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CausesTest {

  @ParameterizedTest
  @ValueSource(strings = {"08001", "08006", "53300", "57P01"})
  void a_database_that_is_gone_full_or_shutting_down_is_away(String state) {
    assertThat(Causes.isDatabaseAway(wrapped(new SQLException("gone", state)))).isTrue();
  }

  @Test
  void so_is_one_that_has_no_connection_left() {
    assertThat(Causes.isDatabaseAway(wrapped(new SQLException("Acquisition timeout")))).isTrue();
  }

  @Test
  void so_is_one_whose_commit_failed_which_is_only_suppressed() {
    Exception rolledBack = new IllegalStateException("rolled back");
    rolledBack.addSuppressed(wrapped(new SQLException("gone", "08006")));

    assertThat(Causes.isDatabaseAway(new IllegalStateException(rolledBack))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "22P05", "42601"})
  void a_statement_that_is_refused_is_our_mistake(String state) {
    assertThat(Causes.isDatabaseAway(wrapped(new SQLException("refused", state)))).isFalse();
  }

  @Test
  void what_has_nothing_to_do_with_a_database_is_not_its_failure() {
    assertThat(Causes.isDatabaseAway(new IllegalStateException("other"))).isFalse();
  }

  private static RuntimeException wrapped(SQLException cause) {
    return new IllegalStateException(new IllegalStateException(cause));
  }
}
