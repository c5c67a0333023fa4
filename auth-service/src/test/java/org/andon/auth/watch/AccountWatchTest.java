package org.andon.auth.watch;

import static org.andon.auth.Browser.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.andon.auth.AuthStack;
import org.andon.auth.Browser;
import org.andon.auth.SessionsTopic;
import org.andon.backing.Directory;
import org.junit.jupiter.api.Test;

/** The interval is one second here. */
@QuarkusTest
@QuarkusTestResource(AuthStack.class)
class AccountWatchTest {

  private static final String GROUPS = "ou=groups," + Directory.BASE_DN;
  private static final Duration INTERVALS = Duration.ofSeconds(3);

  Directory directory;

  @Test
  void who_is_disabled_is_signed_out_everywhere_without_doing_anything() {
    var desk = signedInAs("op23");
    var tablet = signedInAs("op23");
    var colleague = signedInAs("op24");

    directory.disable("op23@plant.example");

    await().atMost(INTERVALS).until(() -> isOut(desk) && isOut(tablet));
    await().until(() -> isTold(desk) && isTold(tablet));
    colleague.request().get("/api/auth/me").then().statusCode(200);
    directory.enable("op23@plant.example");
    tablet.refresh().then().statusCode(401);
  }

  @Test
  void who_leaves_our_groups_is_signed_out() throws LDAPException {
    var browser = signedInAs("op25");

    changeMembership(ModificationType.DELETE, "op25", "operators");

    await().atMost(INTERVALS).until(() -> isOut(browser));
    changeMembership(ModificationType.ADD, "op25", "operators");
  }

  @Test
  void whoever_is_no_admin_any_more_has_no_token_that_says_so() throws LDAPException {
    changeMembership(ModificationType.ADD, "op26", "incident-admins");
    var admin = signedInAs("op26");
    admin.request().get("/api/auth/login-events").then().statusCode(200);

    changeMembership(ModificationType.DELETE, "op26", "incident-admins");

    await().atMost(INTERVALS).until(() -> isOut(admin));
    signedInAs("op26").request().get("/api/auth/login-events").then().statusCode(403);
  }

  @Test
  void while_the_directory_is_away_nobody_is_signed_out() {
    var browser = signedInAs("op27");

    directory.stop();
    try {
      await().during(INTERVALS).atMost(INTERVALS.plusSeconds(2)).until(() -> !isOut(browser));
    } finally {
      directory.startAgain();
    }
    directory.disable("op27@plant.example");

    await().atMost(INTERVALS.plusSeconds(5)).until(() -> isOut(browser));
    directory.enable("op27@plant.example");
  }

  @Test
  void somebody_whose_account_is_locked_by_a_strangers_guesses_stays_signed_in()
      throws LDAPException {
    var browser = signedInAs("op28");
    var locked = new Modification(ModificationType.REPLACE, COMPUTED_CONTROL, "16");

    modify("cn=op28,ou=people," + Directory.BASE_DN, locked);

    await().during(INTERVALS).atMost(INTERVALS.plusSeconds(2)).until(() -> !isOut(browser));
    Browser.login("op28", Directory.DEMO_PASSWORD).then().statusCode(401);
    modify(
        "cn=op28,ou=people," + Directory.BASE_DN,
        new Modification(ModificationType.DELETE, COMPUTED_CONTROL));
  }

  private static final String COMPUTED_CONTROL = "msDS-User-Account-Control-Computed";

  private static boolean isOut(Browser browser) {
    return browser.request().get("/api/auth/me").statusCode() == 401;
  }

  private static boolean isTold(Browser browser) {
    var events = SessionsTopic.eventsOf(browser.sessionId());
    assertThat(events).allSatisfy(it -> assertThat(it.value()).contains("account_refused"));
    return !events.isEmpty();
  }

  private void changeMembership(ModificationType change, String account, String group)
      throws LDAPException {
    var person = "cn=" + account + ",ou=people," + Directory.BASE_DN;
    var dn = "cn=" + group + "," + GROUPS;
    modify(dn, new Modification(change, "member", person));
    modify(person, new Modification(change, "memberOf", dn));
  }

  private void modify(String dn, Modification modification) throws LDAPException {
    try (var connection =
        new LDAPConnection(
            "127.0.0.1", directory.port(), directory.bindDn(), directory.bindPassword())) {
      connection.modify(dn, modification);
    }
  }
}
