package org.andon.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefreshTokenTest {

  @Test
  void no_two_tokens_are_the_same() {
    assertThat(RefreshToken.random()).isNotEqualTo(RefreshToken.random());
  }

  @Test
  void the_successor_follows_from_token_and_salt_and_from_nothing_less() {
    var token = RefreshToken.random();
    var salt = RefreshToken.salt();

    assertThat(token.successor(salt)).isEqualTo(token.successor(salt)).isNotEqualTo(token);
    assertThat(token.successor(salt)).isNotEqualTo(token.successor(RefreshToken.salt()));
    assertThat(token.successor(salt)).isNotEqualTo(RefreshToken.random().successor(salt));
  }

  @Test
  void the_hash_is_sha_256_and_the_token_is_not_printed() {
    var token = new RefreshToken("abc");

    assertThat(token.hash()).isEqualTo("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
    assertThat(token.toString()).doesNotContain("abc");
  }
}
