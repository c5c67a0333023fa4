package org.andon.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyCipherTest {
  private static final byte[] SECRET = "密鑰".getBytes(UTF_8);

  private static String key(int first) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) first;
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static KeyCipher cipher(String key) {
    return KeyCipher.of("andon.test.key", Optional.ofNullable(key), Optional.empty());
  }

  @Test
  void what_is_encrypted_is_read_again_by_the_same_key_for_the_same_thing_alone() throws Exception {
    byte[] encrypted = cipher(key(1)).encrypt(SECRET, "key 1");

    assertThat(cipher(key(1)).decrypt(encrypted, "key 1")).isEqualTo(SECRET);
    assertThatThrownBy(() -> cipher(key(1)).decrypt(encrypted, "key 2"))
        .isInstanceOf(GeneralSecurityException.class);
    assertThatThrownBy(() -> cipher(key(2)).decrypt(encrypted, "key 1"))
        .isInstanceOf(GeneralSecurityException.class);
    assertThatThrownBy(() -> cipher(key(1)).decrypt(new byte[5], "key 1"))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void the_same_secret_never_looks_the_same() {
    assertThat(cipher(key(1)).encrypt(SECRET, "x"))
        .isNotEqualTo(cipher(key(1)).encrypt(SECRET, "x"));
  }

  @Test
  void a_key_may_be_in_a_file_with_a_line_break_at_its_end(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("key"), key(1) + "\n");

    assertThat(KeyCipher.of("andon.test.key", Optional.empty(), Optional.of(file))).isNotNull();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "c2hvcnQ=", "not base64!"})
  void what_is_no_key_is_told_in_words(String key) {
    assertThatThrownBy(() -> cipher(key))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("andon.test.key (or -location) must be 32 random bytes in Base64");
  }
}
