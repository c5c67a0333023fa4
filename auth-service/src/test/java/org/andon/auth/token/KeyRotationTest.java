package org.andon.auth.token;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.andon.auth.Browser.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.andon.auth.AuthStack;
import org.andon.auth.Browser;
import org.andon.auth.TestClock;
import org.andon.database.KeyCipher;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(AuthStack.class)
class KeyRotationTest {

  private static final Duration TERM = Duration.ofDays(30);
  private static final Duration ANNOUNCEMENT = Duration.ofHours(2);

  @Inject TestClock clock;
  @Inject Clock time;
  @Inject KeyRing ring;
  @Inject TokenConfig config;
  @Inject DataSource database;

  @BeforeEach
  void oneFreshKey() {
    execute("delete from signing_keys");
    ring.check();
  }

  @AfterEach
  void backToTheRealTime() {
    clock.reset();
    oneFreshKey();
  }

  @Test
  void the_next_key_is_published_before_it_signs_and_nobody_notices_the_change() throws Exception {
    var first = keyOf(signedInAs("op45"));
    assertThat(published()).containsExactly(first);

    clock.advance(TERM.minus(ANNOUNCEMENT).plusSeconds(1));
    ring.check();

    assertThat(published()).hasSize(2).contains(first);
    var before = signedInAs("op45");
    assertThat(keyOf(before)).isEqualTo(first);

    clock.advance(ANNOUNCEMENT);
    var after = signedInAs("op45");
    assertThat(keyOf(after)).isNotEqualTo(first).isIn(published());
    before.request().get("/api/auth/me").then().statusCode(200);
    after.request().get("/api/auth/me").then().statusCode(200);
    before.refresh().then().statusCode(200);
  }

  @Test
  void a_key_goes_once_its_last_token_has_expired() throws Exception {
    var first = keyOf(signedInAs("op45"));
    clock.advance(TERM.minus(ANNOUNCEMENT).plusSeconds(1));
    ring.check();
    clock.advance(ANNOUNCEMENT.plus(Duration.ofMinutes(30)));
    ring.check();
    assertThat(published()).hasSize(2).contains(first);

    clock.advance(Duration.ofHours(1));
    ring.check();

    assertThat(published()).hasSize(1).doesNotContain(first);
  }

  @Test
  void after_a_long_sleep_the_next_key_is_announced_all_the_same() throws Exception {
    var first = keyOf(signedInAs("op45"));
    clock.advance(TERM.multipliedBy(3));
    ring.check();

    assertThat(published()).hasSize(2);
    assertThat(keyOf(signedInAs("op45"))).isEqualTo(first);
    clock.advance(ANNOUNCEMENT.plusSeconds(1));
    assertThat(keyOf(signedInAs("op45"))).isNotEqualTo(first);
  }

  @Test
  void pods_that_start_at_once_agree_on_one_key() throws Exception {
    execute("delete from signing_keys");

    try (var pods = Executors.newFixedThreadPool(6)) {
      var seen =
          pods.invokeAll(
              Stream.<Callable<List<String>>>generate(() -> this::keysOfAnotherPod)
                  .limit(6)
                  .toList());

      for (var pod : seen) {
        assertThat(pod.get()).hasSize(1).isEqualTo(seen.getFirst().get());
      }
    }
  }

  private List<String> keysOfAnotherPod() {
    return pod(config.keys().encryptionKey().orElseThrow()).keys().stream()
        .map(SigningKey::id)
        .toList();
  }

  @Test
  void whoever_reads_the_database_has_no_key() throws SQLException {
    var secret = ring.signing().privateKey();

    for (var row : stored()) {
      assertThat(hex(row))
          .doesNotContain(hex(secret.getEncoded()))
          .doesNotContain(hex(secret.getPrivateExponent().toByteArray()))
          .doesNotContain(hex(secret.getPrimeP().toByteArray()));
    }
  }

  @Test
  void whoever_writes_the_database_can_neither_give_us_a_key_nor_prolong_one() {
    var pod = pod(config.keys().encryptionKey().orElseThrow());
    execute("update signing_keys set signs_from = signs_from + interval '1 second'");
    assertThatThrownBy(pod::keys).hasMessageContaining("encryption-key");

    execute("update signing_keys set encrypted_key = '\\x00'");
    assertThatThrownBy(pod::keys).hasMessageContaining("encryption-key");
    ring.check();
    signedInAs("op45").request().get("/api/auth/me").then().statusCode(200);
  }

  @Test
  void another_encryption_key_is_told_in_words() {
    var other =
        Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes(US_ASCII));

    assertThatThrownBy(pod(other)::keys)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("andon.token.keys.encryption-key");
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private RotatingKeys pod(String encryptionKey) {
    var cipher = KeyCipher.of("a key", Optional.of(encryptionKey), Optional.empty());
    return new RotatingKeys(new StoredKeys(database, cipher), config, time);
  }

  private static List<String> published() {
    return given().get("/api/auth/jwks").path("keys.kid");
  }

  private static String keyOf(Browser browser) throws JoseException {
    var token = new JsonWebSignature();
    token.setCompactSerialization(browser.accessToken());
    return token.getKeyIdHeaderValue();
  }

  private List<byte[]> stored() throws SQLException {
    try (var connection = database.getConnection();
        var rows =
            connection.createStatement().executeQuery("select encrypted_key from signing_keys")) {
      List<byte[]> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getBytes(1));
      }
      return found;
    }
  }

  private void execute(String sql) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              try (var connection = database.getConnection()) {
                connection.createStatement().executeUpdate(sql);
              } catch (SQLException e) {
                throw new AssertionError(e);
              }
            });
  }
}
