package org.andon.room.publishing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.andon.room.testing.RoomStack;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RoomStack.class)
class LivenessTest {

  @Test
  void the_service_lives_while_it_publishes_and_hears_of_ended_sessions() {
    given()
        .get("/q/health/live")
        .then()
        .statusCode(200)
        .body("checks.find { it.name == 'outbox-publisher' }.status", equalTo("UP"))
        .body("checks.find { it.name == 'session-revocations' }.status", equalTo("UP"));
  }
}
