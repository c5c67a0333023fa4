package org.andon.auth.user;

import static org.andon.auth.Browser.signedInAs;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.andon.auth.AuthStack;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(AuthStack.class)
@TestProfile(BroadSearchTest.FewHits.class)
class BroadSearchTest {

  public static class FewHits implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("andon.directory.search-limit", "10");
    }
  }

  @Test
  void a_search_that_matches_more_people_than_are_read_says_so() {
    var browser = signedInAs("op36");

    browser
        .request()
        .get("/api/users?q=op&limit=2")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("code", equalTo("too_many_hits"))
        .body("errors.field", contains("q"));

    browser.request().get("/api/users?q=op1").then().statusCode(200).body("items", hasSize(10));
  }
}
