package org.andon.auth.revocation;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.andon.auth.AuthStack;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(AuthStack.class)
@TestProfile(StuckPublisherTest.SoonStuck.class)
class StuckPublisherTest {

  @Inject DataSource database;

  public static class SoonStuck implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("andon.outbox.stuck-after", "3s");
    }
  }

  @Test
  void a_loop_that_does_not_turn_any_more_is_for_the_platform_to_restart() throws SQLException {
    await().until(() -> health().statusCode() == 200);

    try (var connection = database.getConnection();
        var lock = connection.createStatement()) {
      connection.setAutoCommit(false);
      lock.execute("lock table sessions in access exclusive mode");
      await().until(() -> health().statusCode() == 503);
      connection.rollback();
    }

    await().until(() -> health().statusCode() == 200);
  }

  private static Response health() {
    return given().get("/q/health/live");
  }
}
