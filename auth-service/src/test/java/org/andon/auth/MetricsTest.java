package org.andon.auth;

import static org.andon.auth.Browser.login;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(AuthStack.class)
class MetricsTest {

  /** As {@code /q/metrics} tells it; none yet is 0. */
  private static double metric(String series) {
    return metrics().stream()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1).split(" ")[0]))
        .findFirst()
        .orElse(0);
  }

  private static List<String> metrics() {
    return RestAssured.get("/q/metrics").asString().lines().toList();
  }

  private static double logins(String outcome) {
    return metric("andon_logins_total{outcome=\"" + outcome + "\"}");
  }

  @Test
  void logins_are_counted_by_what_came_of_them() {
    var done = logins("done");
    var wrong = logins("wrong_password");
    var unknown = logins("unknown_user");
    var disabled = logins("account_disabled");
    var asked =
        metric("andon_directory_seconds_count{outcome=\"answered\",question=\"authenticate\"}");

    Browser.signedInAs("op29");
    login("op49", "not-it").then().statusCode(401);
    login("nobody-of-this-name", "not-it").then().statusCode(401);
    login("disabled", "andon-demo").then().statusCode(401);

    assertThat(logins("done")).isEqualTo(done + 1);
    assertThat(logins("wrong_password")).isEqualTo(wrong + 1);
    assertThat(logins("unknown_user")).isEqualTo(unknown + 1);
    assertThat(logins("account_disabled")).isEqualTo(disabled + 1);
    assertThat(
            metric("andon_directory_seconds_count{outcome=\"answered\",question=\"authenticate\"}"))
        .isEqualTo(asked + 4);
  }

  @Test
  void refreshes_are_counted_by_what_came_of_them() {
    var done = metric("andon_refreshes_total{outcome=\"done\"}");
    var ended = metric("andon_refreshes_total{outcome=\"not_living\"}");

    Browser.signedInAs("op43").refresh().then().statusCode(200);
    Browser.refreshWith("A".repeat(43)).then().statusCode(401);

    assertThat(metric("andon_refreshes_total{outcome=\"done\"}")).isEqualTo(done + 1);
    assertThat(metric("andon_refreshes_total{outcome=\"not_living\"}")).isEqualTo(ended + 1);
  }

  @Test
  void no_series_names_a_person_and_the_parts_behind_are_seen() {
    Browser.signedInAs("op44")
        .request()
        .get("/api/users/op45@plant.example")
        .then()
        .statusCode(200);

    await()
        .untilAsserted(
            () ->
                assertThat(metrics().stream().map(line -> line.split("[{ ]", 2)[0]))
                    .contains(
                        "agroal_active_count",
                        "agroal_awaiting_count",
                        "andon_unpublished_events",
                        "andon_unpublished_age_seconds",
                        "http_server_requests_seconds_bucket"));
    assertThat(metrics()).noneMatch(line -> line.contains("plant.example"));
  }
}
