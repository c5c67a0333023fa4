package org.andon.auth.login;

import static org.andon.auth.Browser.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.andon.auth.AuthStack;
import org.andon.auth.SessionsTopic;
import org.andon.backing.Directory;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(AuthStack.class)
class DemotionTest {

  private static final String PERSON = "cn=op35,ou=people," + Directory.BASE_DN;
  private static final String ADMINS = "cn=incident-admins,ou=groups," + Directory.BASE_DN;

  Directory directory;

  /** Before the watch, which is a second later here, looks at the session. */
  @Test
  void who_is_no_admin_any_more_does_not_refresh_into_a_session_with_an_admins_tokens()
      throws LDAPException {
    change(ModificationType.ADD);
    var admin = signedInAs("op35");
    change(ModificationType.DELETE);

    admin.refresh().then().statusCode(401);

    admin.request().get("/api/auth/me").then().statusCode(401);
    await().until(() -> !SessionsTopic.eventsOf(admin.sessionId()).isEmpty());
    assertThat(SessionsTopic.eventsOf(admin.sessionId()).getFirst().value())
        .contains("account_refused");
    signedInAs("op35").refresh().then().statusCode(200);
  }

  private void change(ModificationType type) throws LDAPException {
    try (var connection =
        new LDAPConnection(
            "127.0.0.1", directory.port(), directory.bindDn(), directory.bindPassword())) {
      connection.modify(ADMINS, new Modification(type, "member", PERSON));
      connection.modify(PERSON, new Modification(type, "memberOf", ADMINS));
    }
  }
}
