package org.andon.auth;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.andon.backing.Directory;

/** Somebody signed in: the newest access token and the newest refresh cookie. */
public final class Browser {

  public static final String COOKIE = "andon_refresh";

  private String accessToken;
  private String refreshToken;
  private String sessionId;

  public static Browser signedInAs(String username) {
    var browser = new Browser();
    browser.take(
        login(username, Directory.DEMO_PASSWORD).then().statusCode(200).extract().response());
    return browser;
  }

  public static Response login(Object username, Object password) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("username", username, "password", password))
        .post("/api/auth/login");
  }

  public static Response refreshWith(String token) {
    return given().cookie(COOKIE, token).post("/api/auth/refresh");
  }

  public Response refresh() {
    return refreshWith(refreshToken);
  }

  public Browser take(Response answer) {
    accessToken = answer.path("access_token");
    sessionId = answer.path("session_id");
    refreshToken = answer.cookie(COOKIE);
    return this;
  }

  public RequestSpecification request() {
    return given().auth().oauth2(accessToken);
  }

  public String accessToken() {
    return accessToken;
  }

  public String refreshToken() {
    return refreshToken;
  }

  public String sessionId() {
    return sessionId;
  }
}
