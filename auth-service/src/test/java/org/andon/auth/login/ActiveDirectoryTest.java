package org.andon.auth.login;

import static org.andon.auth.Browser.login;
import static org.andon.auth.Browser.signedInAs;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.RDN;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.andon.auth.AuthStack;
import org.andon.backing.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What real directories hold. Every search here is also answered with a reference elsewhere. */
@QuarkusTest
@QuarkusTestResource(AuthStack.class)
class ActiveDirectoryTest {

  private static final String PASSWORD = Directory.DEMO_PASSWORD;
  private static final DN UNIT = dn("ou", "三線 (夜班), 東廠 #2", Directory.BASE_DN);
  private static final DN PERSON = dn("cn", "歐陽, 美玲 (Mei-Ling) [A\\B] *", UNIT.toString());
  private static final DN INNER = dn("cn", "維修, 夜班 (三線)", UNIT.toString());
  private static final DN OUTER = dn("cn", "生產+品質", UNIT.toString());
  private static final String OUR_GROUP = "cn=incident-users,ou=groups," + Directory.BASE_DN;

  Directory directory;
  private LDAPConnection connection;

  @BeforeEach
  void aPersonOfThePlantWithAllThatNamesMayHold() throws LDAPException {
    connection =
        new LDAPConnection(
            "127.0.0.1", directory.port(), directory.bindDn(), directory.bindPassword());
    connection.add(UNIT.toString(), new Attribute("objectClass", "organizationalUnit"));
    connection.add(
        PERSON.toString(),
        new Attribute("objectClass", "top", "person", "user"),
        new Attribute("sAMAccountName", "ouyang.ml"),
        new Attribute("userPrincipalName", "E10423@corp.plant.example"),
        new Attribute("mail", "Mei-Ling.OuYang@plant.example"),
        new Attribute("displayName", "歐陽美玲"),
        new Attribute("department", "設備維護 (夜班)"),
        new Attribute("userAccountControl", "512"),
        new Attribute("userPassword", PASSWORD));
    group(INNER, "維修夜班");
    group(OUTER, "生產品質");
    join(PERSON.toString(), INNER.toString());
    join(INNER.toString(), OUTER.toString());
    join(OUTER.toString(), OUR_GROUP);
  }

  @AfterEach
  void goneAgain() throws LDAPException {
    connection.modify(
        OUR_GROUP, new Modification(ModificationType.DELETE, "member", OUTER.toString()));
    for (var dn : new DN[] {PERSON, INNER, OUTER, UNIT}) {
      connection.delete(dn.toString());
    }
    connection.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ouyang.ml",
        "OUYANG.ML",
        "E10423@corp.plant.example",
        "e10423@CORP.plant.example",
        "mei-ling.ouyang@plant.example"
      })
  void somebody_with_three_names_is_one_person_by_each_of_them(String username) {
    login(username, PASSWORD)
        .then()
        .statusCode(200)
        .body("user.user_id", equalTo("mei-ling.ouyang@plant.example"))
        .body("user.display_name", equalTo("歐陽美玲"))
        .body("user.department", equalTo("設備維護 (夜班)"))
        .body("user.roles", contains("user"));
  }

  @ParameterizedTest
  @CsvSource({
    "ouyang.ml, wrong",
    "mei-ling.ouyang, andon-demo",
    "E10423, andon-demo",
    "歐陽美玲, andon-demo",
    "'歐陽, 美玲 (Mei-Ling) [A\\B] *', andon-demo",
    "ouyang.ml@plant.example, andon-demo",
  })
  void nothing_else_is_a_name_of_theirs(String username, String password) {
    login(username, password).then().statusCode(401);
  }

  @Test
  void they_are_found_by_colleagues_and_stay_signed_in() {
    var browser = signedInAs("ouyang.ml");

    for (var text : new String[] {"歐陽", "美玲", "ouyang", "E10423"}) {
      browser
          .request()
          .queryParam("q", text)
          .get("/api/users")
          .then()
          .statusCode(200)
          .body("items.user_id", contains("mei-ling.ouyang@plant.example"));
    }
    browser.refresh().then().statusCode(200);
  }

  @ParameterizedTest
  @CsvSource({
    "userAccountControl, 514",
    "lockoutTime, 134000000000000000",
    "accountExpires, 134000000000000000",
    "pwdLastSet, 0",
    "msDS-User-Account-Control-Computed, 16",
    "msDS-User-Account-Control-Computed, 8388608",
  })
  void an_account_that_may_not_be_used_is_refused_with_the_right_password(
      String attribute, String value) throws LDAPException {
    login("ouyang.ml", PASSWORD).then().statusCode(200);

    connection.modify(
        PERSON.toString(), new Modification(ModificationType.REPLACE, attribute, value));

    login("ouyang.ml", PASSWORD)
        .then()
        .statusCode(401)
        .body("code", equalTo("invalid_credentials"));
  }

  @Test
  void without_a_mail_address_the_upn_is_who_they_are() throws LDAPException {
    connection.modify(PERSON.toString(), new Modification(ModificationType.DELETE, "mail"));

    login("ouyang.ml", PASSWORD)
        .then()
        .statusCode(200)
        .body("user.user_id", equalTo("e10423@corp.plant.example"));
  }

  @Test
  void a_circle_of_groups_is_no_trap() throws LDAPException {
    join(OUTER.toString(), INNER.toString());

    login("ouyang.ml", PASSWORD).then().statusCode(200);
  }

  private void group(DN dn, String name) throws LDAPException {
    connection.add(
        dn.toString(),
        new Attribute("objectClass", "top", "group"),
        new Attribute("sAMAccountName", name));
  }

  private void join(String member, String group) throws LDAPException {
    connection.modify(group, new Modification(ModificationType.ADD, "member", member));
    connection.modify(member, new Modification(ModificationType.ADD, "memberOf", group));
  }

  private static DN dn(String attribute, String value, String parent) {
    try {
      return new DN(new RDN(attribute, value), new DN(parent));
    } catch (LDAPException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
