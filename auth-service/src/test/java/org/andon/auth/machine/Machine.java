package org.andon.auth.machine;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.auth.Browser;

/** A service account as its owner has it: an id and a secret. */
record Machine(String clientId, String secret) {

  static final String ACCOUNTS = "/api/auth/service-accounts";
  static final UUID ROOM = UUID.randomUUID();

  static Machine create(Browser admin, String name) {
    return of(
        post(admin, Map.of("name", name, "scope", Map.of("rooms", List.of(ROOM))))
            .then()
            .statusCode(201)
            .extract()
            .response());
  }

  static Machine of(Response answer) {
    return new Machine(answer.path("client_id"), answer.path("client_secret"));
  }

  static Response post(Browser admin, Map<String, ?> account) {
    return admin.request().contentType(ContentType.JSON).body(account).post(ACCOUNTS);
  }

  Response askForToken() {
    return given()
        .contentType(ContentType.URLENC)
        .formParam("grant_type", "client_credentials")
        .formParam("client_id", clientId)
        .formParam("client_secret", secret)
        .post("/api/auth/token");
  }

  String token() {
    return askForToken().then().statusCode(200).extract().path("access_token");
  }
}
