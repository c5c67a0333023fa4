package org.andon.auth.login;

import static org.andon.auth.Browser.login;
import static org.andon.auth.Browser.signedInAs;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.andon.auth.SecureStack;
import org.andon.backing.Directory;
import org.junit.jupiter.api.Test;

/** Both of our LDAP clients, by TLS with a private authority, and past a server that is away. */
@QuarkusTest
@QuarkusTestResource(value = SecureStack.class, restrictToAnnotatedClass = true)
class SecureDirectoryTest {

  @Test
  void people_sign_in_and_are_looked_up() {
    var browser = signedInAs("chen.mei");

    browser
        .request()
        .get("/api/users?q=john")
        .then()
        .statusCode(200)
        .body("items.user_id", contains("john.doe@plant.example"));
    browser.refresh().then().statusCode(200);
  }

  @Test
  void a_wrong_password_is_refused() {
    login("chen.mei", "wrong").then().statusCode(401).body("code", equalTo("invalid_credentials"));
    login("disabled", Directory.DEMO_PASSWORD).then().statusCode(401);
  }
}
