package org.andon.auth.login;

import static org.andon.auth.Browser.login;
import static org.andon.auth.Browser.signedInAs;
import static org.awaitility.Awaitility.await;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.andon.auth.AuthStack;
import org.andon.backing.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people with one mail address would be one user: then neither is anybody. */
@QuarkusTest
@QuarkusTestResource(AuthStack.class)
class TwinTest {

  private static final String TWIN = "cn=twin,ou=people," + Directory.BASE_DN;

  Directory directory;
  private LDAPConnection connection;

  @BeforeEach
  void connect() throws LDAPException {
    connection =
        new LDAPConnection(
            "127.0.0.1", directory.port(), directory.bindDn(), directory.bindPassword());
  }

  @AfterEach
  void theTwinGoes() throws LDAPException {
    connection.delete(TWIN);
    connection.close();
  }

  @Test
  void nobody_signs_in_whose_user_id_somebody_else_has_too() throws LDAPException {
    login("op33", Directory.DEMO_PASSWORD).then().statusCode(200);

    addTwinOf("op33@plant.example");

    login("op33", Directory.DEMO_PASSWORD).then().statusCode(401);
    login("twin", Directory.DEMO_PASSWORD).then().statusCode(401);
  }

  @Test
  void a_session_ends_when_somebody_else_gets_the_user_id() throws LDAPException {
    var browser = signedInAs("op34");

    addTwinOf("op34@plant.example");

    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> browser.request().get("/api/auth/me").statusCode() == 401);
  }

  /** In none of our groups. */
  private void addTwinOf(String mail) throws LDAPException {
    connection.add(
        TWIN,
        new Attribute("objectClass", "top", "person", "user"),
        new Attribute("sAMAccountName", "twin"),
        new Attribute("mail", mail),
        new Attribute("userPassword", Directory.DEMO_PASSWORD));
  }
}
