package org.andon.room;

import static org.andon.room.testing.People.OWNER;
import static org.andon.room.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import org.andon.room.testing.RoomStack;
import org.andon.room.testing.Rooms;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RoomStack.class)
class MetricsTest {
  private static List<String> metrics() {
    return RestAssured.get("/q/metrics").asString().lines().toList();
  }

  @Test
  void requests_are_measured_by_their_path_and_never_by_a_room_or_a_person() {
    String room = Rooms.staffed();

    as(OWNER).get("/api/rooms/{id}", room).then().statusCode(200);

    assertThat(metrics())
        .anyMatch(
            line ->
                line.startsWith("http_server_requests_seconds_bucket")
                    && line.contains("uri=\"/api/rooms/{room_id}\""));
    assertThat(metrics()).noneMatch(line -> line.contains(room) || line.contains("@"));
  }

  @Test
  void the_parts_behind_are_seen() {
    var unused = Rooms.staffed();

    await()
        .untilAsserted(
            () ->
                assertThat(metrics().stream().map(line -> line.split("[{ ]", 2)[0]))
                    .contains(
                        "agroal_active_count",
                        "agroal_awaiting_count",
                        "kafka_consumer_fetch_manager_records_lag_max",
                        "kafka_consumer_last_poll_seconds_ago",
                        "kafka_producer_record_error_total",
                        "andon_alarms_total",
                        "andon_mails_total",
                        "andon_pushes_total",
                        "andon_notifications_total",
                        "andon_mails_due",
                        "andon_mails_due_oldest_seconds",
                        "andon_unpublished_events",
                        "andon_unpublished_age_seconds"));
  }
}
