package org.andon.auth.user;

import static org.andon.auth.Browser.signedInAs;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.andon.auth.AuthStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(AuthStack.class)
class UserResourceTest {

  @ParameterizedTest
  @CsvSource({
    "偉, li.wei@plant.example",
    "陳美, chen.mei@plant.example",
    "john, john.doe@plant.example",
    "DOE, john.doe@plant.example",
    "ang.fa, wang.fang@plant.example",
    "op07@, op07@plant.example",
    "操作員 07, op07@plant.example",
    "' john ', john.doe@plant.example",
  })
  void people_are_found_by_a_part_of_name_mail_or_account(String text, String userId) {
    search(text).statusCode(200).body("items.user_id", contains(userId));
  }

  @Test
  void a_user_looks_the_same_here_as_everywhere() {
    search("系統")
        .body("items", hasSize(1))
        .body("items[0].user_id", equalTo("admin@plant.example"))
        .body("items[0].display_name", equalTo("系統管理員"))
        .body("items[0].email", equalTo("admin@plant.example"))
        .body("items[0].department", equalTo("資訊"))
        .body("items[0].roles", contains("admin", "user"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"disabled", "visitor", "andon-lookup", "incident", "*", "op0*", ")(cn=*"})
  void who_may_not_sign_in_is_not_found(String text) {
    search(text).statusCode(200).body("items", empty());
  }

  @Test
  void a_long_list_comes_in_pages_in_the_order_of_ids() {
    var admin = signedInAs("admin");

    var first = admin.request().get("/api/users?q=op&limit=2");
    first
        .then()
        .body("items.user_id", contains("op01@plant.example", "op02@plant.example"))
        .body("pagination.has_more", equalTo(true));

    admin
        .request()
        .queryParams(Map.of("q", "op", "limit", "200", "cursor", first.path("pagination.next")))
        .get("/api/users")
        .then()
        .body("items", hasSize(49))
        .body("items.user_id", hasItems("op03@plant.example", "op50@plant.example"))
        .body("items.user_id", not(hasItems("op02@plant.example")))
        .body("pagination.has_more", equalTo(false));
  }

  @Test
  void without_a_text_everybody_is_listed() {
    signedInAs("op20")
        .request()
        .get("/api/users?limit=200")
        .then()
        .body("items", hasSize(56))
        .body("pagination.has_more", equalTo(false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"li.wei@plant.example", "LI.WEI@plant.example"})
  void one_user_is_found_by_id(String id) {
    signedInAs("op20")
        .request()
        .get("/api/users/" + id)
        .then()
        .statusCode(200)
        .body("user_id", equalTo("li.wei@plant.example"))
        .body("display_name", equalTo("李偉"))
        .body("roles", contains("user"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nobody@plant.example",
        "disabled@plant.example",
        "visitor@plant.example",
        "li.wei",
        "*"
      })
  void who_may_not_sign_in_is_no_user(String id) {
    signedInAs("op20")
        .request()
        .get("/api/users/{id}", id)
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("code", equalTo("user_not_found"));
  }

  @Test
  void a_text_longer_than_any_name_is_refused() {
    search("x".repeat(257)).statusCode(422).body("errors.field", contains("q"));
  }

  private static ValidatableResponse search(String text) {
    return signedInAs("op20").request().queryParam("q", text).get("/api/users").then();
  }
}
