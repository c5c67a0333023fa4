package org.andon.auth.token;

import static io.restassured.RestAssured.given;
import static org.andon.auth.Browser.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.andon.auth.AuthStack;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(AuthStack.class)
class AccessTokenTest {

  @Test
  void anybody_can_verify_a_token_by_the_published_keys() throws Exception {
    var keys = new JsonWebKeySet(given().get("/api/auth/jwks").asString());
    var browser = signedInAs("admin");

    var claims =
        new JwtConsumerBuilder()
            .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
            .setExpectedIssuer("andon")
            .setExpectedAudience("andon")
            .setRequireExpirationTime()
            .build()
            .processToClaims(browser.accessToken());

    assertThat(claims.getSubject()).isEqualTo("admin@plant.example");
    assertThat(claims.getStringClaimValue("upn")).isEqualTo("admin@plant.example");
    assertThat(claims.getStringClaimValue("name")).isEqualTo("系統管理員");
    assertThat(claims.getStringClaimValue("email")).isEqualTo("admin@plant.example");
    assertThat(claims.getStringClaimValue("sid")).isEqualTo(browser.sessionId());
    assertThat(claims.getStringListClaimValue("groups")).containsExactlyInAnyOrder("admin", "user");
    assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
        .isEqualTo(600);
  }

  @Test
  void published_keys_are_named_by_their_thumbprints_and_have_no_private_part() throws Exception {
    var answer = given().get("/api/auth/jwks");

    answer
        .then()
        .statusCode(200)
        .body("keys.kty", everyItem(equalTo("RSA")))
        .body("keys.use", everyItem(equalTo("sig")))
        .body("keys.alg", everyItem(equalTo("RS256")))
        .body("keys.d", everyItem(nullValue()))
        .body("keys.p", everyItem(nullValue()));
    assertThat(new JsonWebKeySet(answer.asString()).getJsonWebKeys())
        .isNotEmpty()
        .allSatisfy(
            key ->
                assertThat(key.getKeyId())
                    .isEqualTo(key.calculateBase64urlEncodedThumbprint("SHA-256")));
  }

  @Test
  void a_token_that_was_changed_or_signed_by_nobody_is_refused() {
    var parts = signedInAs("op19").accessToken().split("\\.");
    var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    var asAdmin = encode(claims.replace("\"user\"", "\"admin\""));
    var unsigned = encode("{\"alg\":\"none\"}");

    for (var forged :
        List.of(
            parts[0] + "." + asAdmin + "." + parts[2],
            unsigned + "." + parts[1] + ".",
            parts[0] + "." + parts[1] + ".",
            "nonsense",
            "")) {
      given()
          .header("Authorization", "Bearer " + forged)
          .get("/api/auth/me")
          .then()
          .statusCode(401)
          .contentType("application/problem+json")
          .header("WWW-Authenticate", "Bearer")
          .body("code", equalTo("unauthenticated"));
    }
  }

  private static String encode(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
