package org.andon.auth.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.andon.auth.Browser.signedInAs;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.andon.auth.AuthStack;
import org.andon.auth.Browser;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each forgery differs from a good token in one thing, and the good one is shown to be good. */
@QuarkusTest
@QuarkusTestResource(AuthStack.class)
class ForgedTokenTest {

  @Inject KeyRing keys;
  private Browser browser;
  private JwtClaims claims;

  @BeforeEach
  void somebodyWhoseSessionLives() {
    browser = signedInAs("op44");
    claims = new JwtClaims();
    claims.setIssuer("andon");
    claims.setAudience("andon");
    claims.setSubject("op44@plant.example");
    claims.setStringClaim("upn", "op44@plant.example");
    claims.setStringListClaim("groups", List.of("user"));
    claims.setStringClaim("sid", browser.sessionId());
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(5);
  }

  @Test
  void what_our_key_signs_is_taken() throws JoseException {
    meWith(signed()).statusCode(200);
  }

  @Test
  void no_algorithm_is_refused() throws JoseException {
    var token = new JsonWebSignature();
    token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    token.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
    token.setKeyIdHeaderValue(keys.signing().id());
    token.setPayload(claims.toJson());

    refused(token.getCompactSerialization());
  }

  @Test
  void the_public_key_is_no_shared_secret() throws JoseException {
    var publicKey = keys.signing().publicKey().getEncoded();
    var pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey)
            + "\n-----END PUBLIC KEY-----\n";

    for (var secret : List.of(publicKey, pem.getBytes(UTF_8))) {
      refused(
          signed(
              AlgorithmIdentifiers.HMAC_SHA256,
              keys.signing().id(),
              new SecretKeySpec(secret, "HmacSHA256")));
    }
  }

  @Test
  void another_algorithm_of_the_same_key_is_not_on_the_list() throws JoseException {
    refused(
        signed(
            AlgorithmIdentifiers.RSA_USING_SHA512,
            keys.signing().id(),
            keys.signing().privateKey()));
  }

  @Test
  void another_issuer_is_refused() throws JoseException {
    claims.setIssuer("elsewhere");

    refused(signed());
  }

  @Test
  void another_audience_or_none_is_refused() throws JoseException {
    claims.setAudience("elsewhere");
    refused(signed());

    claims.unsetClaim("aud");
    refused(signed());
  }

  @Test
  void an_expired_token_or_one_that_never_expires_is_refused() throws JoseException {
    claims.setExpirationTime(
        NumericDate.fromSeconds(Instant.now().minus(Duration.ofMinutes(2)).getEpochSecond()));
    refused(signed());

    claims.unsetClaim("exp");
    refused(signed());
  }

  @Test
  void a_foreign_key_is_refused_under_our_name_and_under_its_own() throws Exception {
    var foreign = rsa();

    refused(signed(keys.signing().id(), foreign));
    refused(signed("foreign", foreign));
    refused(signed("../../etc/passwd", foreign));
    refused(signed(null, foreign));
  }

  @Test
  void a_key_that_comes_with_the_token_is_not_used() throws Exception {
    var foreign = rsa();
    var token = new JsonWebSignature();
    token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    token.setKeyIdHeaderValue(keys.signing().id());
    token.setJwkHeader((PublicJsonWebKey) JsonWebKey.Factory.newJwk(foreign.getPublic()));
    token.setHeader("jku", "http://127.0.0.1:1/jwks");
    token.setPayload(claims.toJson());
    token.setKey(foreign.getPrivate());

    refused(token.getCompactSerialization());
  }

  @Test
  void a_session_that_never_was_or_that_nobody_named_is_refused() throws JoseException {
    claims.setStringClaim("sid", "019aa6f0-0000-7000-8000-000000000001");
    refused(signed());

    claims.setStringClaim("sid", "no-uuid");
    refused(signed());

    claims.unsetClaim("sid");
    refused(signed());
  }

  private String signed() throws JoseException {
    return signed(
        AlgorithmIdentifiers.RSA_USING_SHA256, keys.signing().id(), keys.signing().privateKey());
  }

  private String signed(String keyId, KeyPair pair) throws JoseException {
    return signed(AlgorithmIdentifiers.RSA_USING_SHA256, keyId, pair.getPrivate());
  }

  private String signed(String algorithm, String keyId, Key key) throws JoseException {
    var token = new JsonWebSignature();
    token.setAlgorithmHeaderValue(algorithm);
    if (keyId != null) {
      token.setKeyIdHeaderValue(keyId);
    }
    token.setPayload(claims.toJson());
    token.setKey(key);
    return token.getCompactSerialization();
  }

  private static KeyPair rsa() throws NoSuchAlgorithmException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  private static void refused(String token) {
    meWith(token).statusCode(401).body("code", equalTo("unauthenticated"));
  }

  private static ValidatableResponse meWith(String token) {
    return RestAssured.given().auth().oauth2(token).get("/api/auth/me").then();
  }
}
