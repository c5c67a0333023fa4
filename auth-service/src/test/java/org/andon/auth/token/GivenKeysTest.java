package org.andon.auth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenKeysTest {

  @TempDir Path secrets;

  @Test
  void one_key_signs_and_the_others_are_published_only() throws Exception {
    var keys = new GivenKeys(file("new", "RSA", 2048), List.of(file("old", "RSA", 2048))).keys();

    assertThat(keys).extracting(SigningKey::signsFrom).containsExactly(Instant.EPOCH, Instant.MAX);
    assertThat(keys).extracting(SigningKey::id).doesNotHaveDuplicates();
  }

  @Test
  void a_secret_that_is_changed_is_seen_at_the_next_look() throws Exception {
    var keys = new GivenKeys(file("key", "RSA", 2048), List.of());
    var before = keys.keys().getFirst().id();

    file("key", "RSA", 2048);

    assertThat(keys.keys().getFirst().id()).isNotEqualTo(before);
  }

  @Test
  void a_file_that_is_missing_or_no_fitting_key_is_named() throws Exception {
    var text = Files.writeString(secrets.resolve("text"), "no key");

    for (var location :
        List.of(
            secrets.resolve("missing"), text, file("short", "RSA", 1024), file("ec", "EC", 256))) {
      assertThatThrownBy(() -> new GivenKeys(location, List.of()).keys())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(location.toString());
    }
  }

  private Path file(String name, String algorithm, int bits)
      throws IOException, NoSuchAlgorithmException {
    var generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(bits);
    var encoded = generator.generateKeyPair().getPrivate().getEncoded();
    return Files.writeString(
        secrets.resolve(name),
        "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
            .formatted(Base64.getMimeEncoder().encodeToString(encoded)));
  }
}
