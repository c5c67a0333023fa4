package org.andon.e2e;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A service account, with a token that it got for its secret. */
record Machine(URI gateway, String clientId, String secret, String token) {
  private static final String ACCOUNTS = "/api/auth/service-accounts";

  static Machine create(Person admin, String name, UUID room) {
    Response account =
        admin
            .request()
            .contentType(ContentType.JSON)
            .body(Map.of("name", name, "scope", Map.of("rooms", List.of(room))))
            .post(ACCOUNTS)
            .then()
            .statusCode(201)
            .extract()
            .response();
    String clientId = account.path("client_id");
    String secret = account.path("client_secret");
    String token =
        ask(admin.gateway(), clientId, secret)
            .then()
            .statusCode(200)
            .extract()
            .path("access_token");
    return new Machine(admin.gateway(), clientId, secret, token);
  }

  Response askForToken() {
    return ask(gateway, clientId, secret);
  }

  /** As RFC 6749 has it. */
  private static Response ask(URI gateway, String clientId, String secret) {
    return given()
        .baseUri(gateway.toString())
        .auth()
        .preemptive()
        .basic(clientId, secret)
        .contentType(ContentType.URLENC)
        .formParam("grant_type", "client_credentials")
        .post("/api/auth/token");
  }

  void revoke(Person admin) {
    admin.request().delete(ACCOUNTS + "/{id}", clientId).then().statusCode(204);
  }

  ValidatableResponse post(UUID room, String content) {
    return given()
        .baseUri(gateway.toString())
        .auth()
        .oauth2(token)
        .header("Idempotency-Key", UUID.randomUUID())
        .contentType(ContentType.JSON)
        .body(Map.of("content", content))
        .post("/api/rooms/{room}/messages", room)
        .then();
  }

  ValidatableResponse get(String path) {
    return given().baseUri(gateway.toString()).auth().oauth2(token).get(path).then();
  }
}
