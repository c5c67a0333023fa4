package org.andon.auth.login;

import static org.andon.auth.Browser.login;
import static org.hamcrest.Matchers.equalTo;

import com.unboundid.ldap.sdk.ResultCode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.andon.auth.AuthStack;
import org.andon.auth.DirectoryProxy;
import org.andon.auth.ThroughProxy;
import org.andon.backing.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What directories answer to a bind besides "wrong password". */
@QuarkusTest
@QuarkusTestResource(AuthStack.class)
@TestProfile(ThroughProxy.class)
class RefusedBindTest {

  private static final String PEOPLE = ",ou=people," + Directory.BASE_DN;

  DirectoryProxy proxy;

  @AfterEach
  void allIsWellAgain() {
    proxy.refuseNothing();
  }

  /** constraint violation, inappropriate authentication, insufficient rights, unwilling. */
  @ParameterizedTest
  @ValueSource(ints = {19, 48, 50, 53})
  void a_refusal_is_one_whatever_its_number(int code) {
    proxy.refuseBinds("cn=op20" + PEOPLE, ResultCode.valueOf(code));

    login("op20", Directory.DEMO_PASSWORD)
        .then()
        .statusCode(401)
        .body("code", equalTo("invalid_credentials"));
  }

  /** busy, unavailable, other. */
  @ParameterizedTest
  @ValueSource(ints = {51, 52, 80})
  void a_server_that_cannot_at_the_moment_is_away(int code) {
    login("op21", Directory.DEMO_PASSWORD).then().statusCode(200);
    proxy.refuseBinds("cn=op21" + PEOPLE, ResultCode.valueOf(code));

    login("op21", Directory.DEMO_PASSWORD)
        .then()
        .statusCode(503)
        .body("code", equalTo("directory_unavailable"));
  }
}
