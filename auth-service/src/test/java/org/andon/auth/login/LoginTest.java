package org.andon.auth.login;

import static io.restassured.RestAssured.given;
import static org.andon.auth.Browser.login;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.andon.auth.AuthStack;
import org.andon.auth.Browser;
import org.andon.backing.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(AuthStack.class)
class LoginTest {

  private static final String PASSWORD = Directory.DEMO_PASSWORD;

  Directory directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chen.mei@plant.example",
        "CHEN.MEI@plant.example",
        "chen.mei",
        "Chen.Mei",
        " chen.mei "
      })
  void a_person_signs_in_by_mail_or_account_and_is_always_the_same_one(String username) {
    login(username, PASSWORD)
        .then()
        .statusCode(200)
        .body("token_type", equalTo("Bearer"))
        .body("expires_in", equalTo(600))
        .body("user.user_id", equalTo("chen.mei@plant.example"))
        .body("user.display_name", equalTo("陳美"))
        .body("user.email", equalTo("chen.mei@plant.example"))
        .body("user.department", equalTo("設備維護"))
        .body("user.roles", contains("user"))
        .header("Cache-Control", "no-store");
  }

  @Test
  void an_admin_has_both_roles_and_needs_no_other_group() {
    login("admin", PASSWORD).then().statusCode(200).body("user.roles", contains("admin", "user"));
  }

  @Test
  void a_member_of_a_group_in_a_group_in_our_group_may_sign_in() {
    login("li.wei", PASSWORD).then().statusCode(200).body("user.roles", contains("user"));
  }

  @Test
  void the_refresh_cookie_is_for_this_service_alone() {
    var cookie = login("op01", PASSWORD).detailedCookie(Browser.COOKIE);

    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.isSecured()).isTrue();
    assertThat(cookie.getSameSite()).isEqualToIgnoringCase("Strict");
    assertThat(cookie.getPath()).isEqualTo("/api/auth");
    assertThat(cookie.getMaxAge()).isBetween(12L * 3600 - 10, 12L * 3600);
  }

  @ParameterizedTest
  @CsvSource({
    "chen.mei, wrong",
    "nobody, andon-demo",
    "disabled, andon-demo",
    "visitor, andon-demo",
    "chen.mei, ''",
    "'', andon-demo",
    "' ', andon-demo",
    "chen.mei, ' andon-demo'",
    "*, andon-demo",
    "chen*, andon-demo",
    "chen.mei)(uid=*, andon-demo",
    "chen.mei)(|(objectClass=*, andon-demo",
    "陳美, andon-demo",
    "andon-lookup, andon-demo",
    "incident-users, andon-demo",
  })
  void every_refusal_looks_the_same(String username, String password) {
    login(username, password)
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", "Bearer")
        .header("Set-Cookie", nullValue())
        .body("code", equalTo("invalid_credentials"))
        .body("status", equalTo(401))
        .body("type", equalTo("about:blank"))
        .body("detail", equalTo("No account that may sign in has this name and password."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chen.mei\u0000",
        "\u0000",
        "chen.mei\\2a",
        "\ud83d\udea8",
        "\ud800",
        "a\r\nb",
        "cn=li.wei"
      })
  void odd_characters_are_nobody(String username) {
    login(username, PASSWORD).then().statusCode(401).body("code", equalTo("invalid_credentials"));
  }

  @Test
  void a_name_that_could_mean_two_people_means_nobody() {
    login("op30@plant.example", PASSWORD).then().statusCode(401);

    login("op30", PASSWORD)
        .then()
        .statusCode(200)
        .body("user.user_id", equalTo("op30@plant.example"));
  }

  @Test
  void an_account_name_that_two_entries_have_means_nobody() throws LDAPException {
    login("op31@plant.example", PASSWORD).then().statusCode(200);

    var other = "cn=op31-terminal," + Directory.BASE_DN;
    try (var connection = directoryConnection()) {
      connection.add(
          other,
          new Attribute("objectClass", "account"),
          new Attribute("sAMAccountName", "op31"),
          new Attribute("userPassword", "terminal-secret"));

      assertNobody("op31@plant.example", PASSWORD);
      assertNobody("op31@plant.example", "terminal-secret");
      assertNobody("op31", PASSWORD);
      assertNobody("op31", "terminal-secret");

      connection.delete(other);
    }
    login("op31@plant.example", PASSWORD).then().statusCode(200);
  }

  @Test
  void an_account_that_is_disabled_is_refused_at_once() {
    login("op09", PASSWORD).then().statusCode(200);

    directory.disable("op09@plant.example");

    login("op09", PASSWORD).then().statusCode(401);
    directory.enable("op09@plant.example");
    login("op09", PASSWORD).then().statusCode(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"password\":\"x\"}                     | username",
        "{\"username\":\"x\"}                     | password",
        "{\"username\":null,\"password\":\"x\"}   | username",
        "{\"username\":5,\"password\":\"x\"}      | username",
        "{\"username\":true,\"password\":\"x\"}   | username",
        "{\"username\":\"x\",\"password\":1.5}    | password",
        "{\"username\":[\"x\"],\"password\":\"x\"}| username",
        "{\"username\":\"x\",\"password\":{}}     | password",
      })
  void a_field_that_is_missing_or_no_text_is_named(String body, String field) {
    given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/auth/login")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("code", equalTo("invalid_field"))
        .body("errors.field", contains(field));
  }

  @Test
  void a_name_or_password_longer_than_any_is_not_sent_to_the_directory() {
    login("x".repeat(257), PASSWORD)
        .then()
        .statusCode(422)
        .body("errors.field", contains("username"));
    login("chen.mei", "x".repeat(257))
        .then()
        .statusCode(422)
        .body("errors.field", contains("password"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "", "null", "[]", "\"text\"", "{\"username\":\"x\"", "{} {}", "<a/>"})
  void a_body_that_is_no_json_object_is_malformed(String body) {
    given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/auth/login")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("malformed_json"))
        .body("errors", nullValue());
  }

  @Test
  void a_body_far_larger_than_a_login_is_refused() {
    login("x".repeat(70_000), PASSWORD)
        .then()
        .statusCode(413)
        .contentType("application/problem+json")
        .body("code", equalTo("too_large"))
        .body("status", equalTo(413));
  }

  @Test
  void a_bearer_token_or_basic_credentials_on_a_login_change_nothing() {
    given()
        .header("Authorization", "Bearer nonsense")
        .contentType(ContentType.JSON)
        .body("{\"username\":\"op01\",\"password\":\"andon-demo\"}")
        .post("/api/auth/login")
        .then()
        .statusCode(200);
  }

  private static void assertNobody(String username, String password) {
    login(username, password).then().statusCode(401).body("code", equalTo("invalid_credentials"));
  }

  private LDAPConnection directoryConnection() throws LDAPException {
    return new LDAPConnection(
        "127.0.0.1", directory.port(), directory.bindDn(), directory.bindPassword());
  }
}
