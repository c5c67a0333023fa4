package org.andon.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.andon.testkit.RoomClient;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Forged tokens at all four services, over HTTP and on the socket. Each differs in one thing from a
 * token that is shown to be good.
 */
@ExtendWith(SharedStack.class)
class ForgedTokenIT {
  private final Stack stack;
  private final Person wei;
  private final UUID room;
  private final Forge forge;

  ForgedTokenIT(Stack stack) throws GeneralSecurityException {
    this.stack = stack;
    this.wei = Person.signIn(stack, "li.wei");
    this.room = wei.createRoom("3 號線烤箱溫度異常", Map.of());
    this.forge = Forge.with(stack.signingKey(), wei.token());
  }

  @Test
  void a_token_made_just_so_by_our_key_is_taken_by_all() throws GeneralSecurityException {
    String token = forge.signed(forge.header("RS256"), forge.claims());

    statuses(token).forEach((call, status) -> assertThat(status).as(call).isEqualTo(200));
    RoomClient.open(stack.gateway(), room, token, "").close();
  }

  @Test
  void no_algorithm() {
    refusedByAll(forge.unsigned(forge.header("none"), forge.claims()));
    refusedByAll(forge.unsigned(forge.header("RS256"), forge.claims()));
  }

  @Test
  void the_public_key_taken_for_a_shared_secret() throws GeneralSecurityException {
    refusedByAll(forge.hmac(forge.header("HS256"), forge.claims(), forge.publicKeyDer()));
    refusedByAll(forge.hmac(forge.header("HS256"), forge.claims(), forge.publicKeyPem()));
  }

  @Test
  void an_algorithm_that_is_not_on_the_list() throws GeneralSecurityException {
    refusedByAll(forge.signed("SHA512withRSA", forge.header("RS512"), forge.claims()));
  }

  @Test
  void another_issuer() throws GeneralSecurityException {
    refusedByAll(forge.signed(forge.header("RS256"), forge.claims().put("iss", "elsewhere")));
  }

  @Test
  void another_audience_or_none() throws GeneralSecurityException {
    ObjectNode none = forge.claims();
    none.remove("aud");

    refusedByAll(forge.signed(forge.header("RS256"), forge.claims().put("aud", "elsewhere")));
    refusedByAll(forge.signed(forge.header("RS256"), none));
  }

  @Test
  void one_that_has_expired_or_never_does() throws GeneralSecurityException {
    long past = Instant.now().minusSeconds(120).getEpochSecond();
    ObjectNode endless = forge.claims();
    endless.remove("exp");

    refusedByAll(forge.signed(forge.header("RS256"), forge.claims().put("exp", past)));
    refusedByAll(forge.signed(forge.header("RS256"), endless));
  }

  @Test
  void a_foreign_key_under_our_name_or_its_own() throws GeneralSecurityException {
    Forge foreign = forge.withKeyOf(rsa());

    refusedByAll(foreign.signed(forge.header("RS256"), forge.claims()));
    refusedByAll(foreign.signed(forge.header("RS256").put("kid", "foreign"), forge.claims()));
    ObjectNode nameless = forge.header("RS256");
    nameless.remove("kid");
    refusedByAll(foreign.signed(nameless, forge.claims()));
  }

  @Test
  void claims_changed_under_a_good_signature() throws GeneralSecurityException {
    String[] good = wei.token().split("\\.", -1);
    ObjectNode admin = forge.claims();
    admin.putArray("groups").add("user").add("admin");

    refusedByAll(good[0] + "." + Forge.encoded(admin) + "." + good[2]);
  }

  private void refusedByAll(String token) {
    SoftAssertions answers = new SoftAssertions();
    statuses(token).forEach((call, status) -> answers.assertThat(status).as(call).isEqualTo(401));
    answers
        .assertThat(RoomClient.refusal(stack.gateway(), "/ws/" + room, token))
        .as("socket")
        .isEqualTo(401);
    answers.assertAll();
  }

  private Map<String, Integer> statuses(String token) {
    return Map.of(
        "auth-service", status("/api/auth/me", token),
        "room-service", status("/api/rooms/" + room, token),
        "messaging-service", status("/api/rooms/" + room + "/messages", token),
        "file-service", status("/api/rooms/" + room + "/files", token));
  }

  private int status(String path, String token) {
    return RestAssured.given()
        .baseUri(stack.gateway().toString())
        .header("Authorization", "Bearer " + token)
        .get(path)
        .statusCode();
  }

  private static KeyPair rsa() throws NoSuchAlgorithmException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }
}
