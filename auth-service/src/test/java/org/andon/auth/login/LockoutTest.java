package org.andon.auth.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.andon.auth.AuthStack;
import org.andon.auth.Browser;
import org.andon.auth.DirectoryProxy;
import org.andon.auth.TestClock;
import org.andon.auth.ThroughProxy;
import org.andon.backing.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Directories lock an account after some wrong passwords: no stranger is to bring that about. */
@QuarkusTest
@QuarkusTestResource(AuthStack.class)
@TestProfile(ThroughProxy.class)
class LockoutTest {

  private static final String WRONG = "wrong";
  private static final String RIGHT = Directory.DEMO_PASSWORD;
  private static final String DESK = "198.51.100.1";
  private static final int STRANGERS_MOST = 4;

  @Inject TestClock clock;
  Directory directory;
  DirectoryProxy proxy;

  @BeforeEach
  void directoryGoesByTheTestsTime() {
    proxy.badPasswords().keepTimeBy(clock.clock());
  }

  @AfterEach
  void backToTheRealTime() {
    clock.reset();
  }

  @Test
  void strangers_have_no_account_locked_by_whatever_name_and_however_patiently()
      throws LDAPException {
    String[] names = {"op15", "OP15@plant.example", "e10415@corp.example", " op15 "};
    haveUpn("op15", "e10415@corp.example");
    login("op15", RIGHT, DESK).then().statusCode(200);

    for (int minute = 0; minute < 60; minute++) {
      login(names[minute % names.length], WRONG, "198.19.1." + minute).then().statusCode(401);
      clock.advance(Duration.ofMinutes(1));
    }

    var counts = proxy.badPasswords().countsOf(dn("op15"));
    assertThat(counts).isNotEmpty().allSatisfy(it -> assertThat(it <= STRANGERS_MOST).isTrue());
    assertThat(counts).hasSizeLessThanOrEqualTo(2 * STRANGERS_MOST);
    login("op15", RIGHT, DESK).then().statusCode(200);
  }

  @Test
  void many_strangers_at_once_are_a_few_as_well() throws Exception {
    try (var threads = Executors.newFixedThreadPool(12)) {
      var answers =
          threads.invokeAll(
              IntStream.range(0, 24)
                  .<Callable<Response>>mapToObj(i -> () -> login("op16", WRONG, "198.19.2." + i))
                  .toList());
      for (var answer : answers) {
        answer.get().then().statusCode(401);
      }
    }

    assertThat(proxy.badPasswords().countsOf(dn("op16"))).hasSize(STRANGERS_MOST);
  }

  @Test
  void what_was_mistyped_elsewhere_counts_too_and_known_places_go_on() {
    login("op17", RIGHT, DESK).then().statusCode(200);
    for (int i = 0; i < STRANGERS_MOST; i++) {
      login("op17", WRONG, DESK).then().statusCode(401);
    }

    login("op17", RIGHT, "198.19.3.1").then().statusCode(401);
    login("op17@plant.example", WRONG, "198.19.3.2").then().statusCode(401);

    assertThat(proxy.badPasswords().countsOf(dn("op17"))).hasSize(STRANGERS_MOST);
    login("op17", RIGHT, DESK).then().statusCode(200);
    login("op17", RIGHT, "198.19.3.1").then().statusCode(200);
  }

  @Test
  void a_count_that_is_over_for_the_directory_keeps_nobody_out() {
    login("op18", RIGHT, DESK).then().statusCode(200);
    for (int i = 0; i < STRANGERS_MOST; i++) {
      login("op18", WRONG, DESK).then().statusCode(401);
    }
    login("op18", RIGHT, "198.19.4.1").then().statusCode(401);

    clock.advance(Duration.ofMinutes(31));

    login("op18", RIGHT, "198.19.4.1").then().statusCode(200);
  }

  @Test
  void the_audit_says_whose_password_was_not_tried() {
    for (int i = 0; i < STRANGERS_MOST + 1; i++) {
      login("op19", WRONG, "198.19.5." + i).then().statusCode(401);
    }

    Browser.signedInAs("admin")
        .request()
        .queryParams(Map.of("event", "login_refused", "user_id", "op19@plant.example"))
        .get("/api/auth/login-events")
        .then()
        .statusCode(200)
        .body("items.reason", hasItem("too_many_attempts"));
  }

  private void haveUpn(String account, String upn) throws LDAPException {
    try (var connection =
        new LDAPConnection(
            "127.0.0.1", directory.port(), directory.bindDn(), directory.bindPassword())) {
      connection.modify(
          dn(account), new Modification(ModificationType.REPLACE, "userPrincipalName", upn));
    }
  }

  private static String dn(String account) {
    return "cn=" + account + ",ou=people," + Directory.BASE_DN;
  }

  private static Response login(String username, String password, String address) {
    return RestAssured.given()
        .header("X-Forwarded-For", address)
        .contentType(ContentType.JSON)
        .body(Map.of("username", username, "password", password))
        .post("/api/auth/login");
  }
}
