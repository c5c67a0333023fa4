package org.andon.auth.revocation;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.andon.auth.AuthStack;
import org.andon.auth.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(AuthStack.class)
class StuckPublisherTest {

  @Inject TestClock clock;
  @Inject DataSource database;

  @AfterEach
  void backToTheRealTime() {
    clock.reset();
  }

  @Test
  void a_loop_that_does_not_turn_any_more_is_for_the_platform_to_restart() throws SQLException {
    health().then().statusCode(200).body("status", equalTo("UP"));

    try (var connection = database.getConnection();
        var lock = connection.createStatement()) {
      connection.setAutoCommit(false);
      lock.execute("lock table sessions in access exclusive mode");
      await()
          .until(
              () -> {
                clock.advance(Duration.ofSeconds(91));
                return health().statusCode() == 503;
              });
      connection.rollback();
    }

    await().until(() -> health().statusCode() == 200);
  }

  private static Response health() {
    return given().get("/q/health/live");
  }
}
