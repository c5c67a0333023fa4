package org.andon.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.TestRoom;
import org.andon.messaging.support.Tokens;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backing.class)
class MetricsTest {
  private static final String WEI = "li.wei@plant.example";
  private static final String MEI = "chen.mei@plant.example";

  @TestHTTPResource("/")
  URI base;

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

  @Test
  void a_message_is_counted_from_its_frame_to_every_socket_it_reaches() {
    TestRoom room = new TestRoom(base, WEI, MEI);
    double frames = metric("andon_frames_total{outcome=\"done\",type=\"message\"}");
    double commands = metric("andon_commit_size_sum");
    double commits = metric("andon_commit_seconds_count");
    double deliveries = metric("andon_deliveries_total");
    double batches = metric("andon_delivery_seconds_count");
    double published = metric("andon_events_published_total");

    try (RoomClient wei = room.open(WEI);
        RoomClient mei = room.open(MEI)) {
      mei.next("welcome");
      wei.post("one");
      wei.messages(1);
      wei.post("two");
      mei.messages(2);
      wei.messages(1);

      assertThat(metric("andon_sockets{kind=\"room\"}")).isGreaterThanOrEqualTo(2);
      assertThat(metric("andon_rooms_live")).isGreaterThanOrEqualTo(1);
      assertThat(metric("andon_frames_total{outcome=\"done\",type=\"message\"}"))
          .isEqualTo(frames + 2);
      assertThat(metric("andon_commit_size_sum")).isEqualTo(commands + 2);
      assertThat(metric("andon_commit_seconds_count")).isEqualTo(commits + 2);
      assertThat(metric("andon_deliveries_total")).isEqualTo(deliveries + 4);
      await().until(() -> metric("andon_delivery_seconds_count") == batches + 2);
      await().until(() -> metric("andon_events_published_total") == published + 2);
    }
    assertThat(metric("andon_delivery_seconds_max")).isLessThan(60);
  }

  @Test
  void what_is_refused_is_counted_by_its_reason() {
    TestRoom room = new TestRoom(base, WEI);
    String notAMember = "andon_upgrades_refused_total{reason=\"not_a_member\"}";
    String badToken = "andon_upgrades_refused_total{reason=\"bad_token\"}";
    String unread = "andon_frames_total{outcome=\"invalid_frame\",type=\"unread\"}";
    String missing = "andon_frames_total{outcome=\"message_not_found\",type=\"delete_message\"}";
    String closed = "andon_sockets_closed_total{code=\"4400\",reason=\"not_json\"}";
    double notMembers = metric(notAMember);
    double badTokens = metric(badToken);
    double closedBefore = metric(closed);

    assertThat(RoomClient.refusal(base, "/ws/" + room.id(), Tokens.of(MEI))).isEqualTo(403);
    assertThat(RoomClient.refusal(base, "/ws/" + room.id(), "no.token.atall")).isEqualTo(401);
    try (RoomClient wei = room.open(WEI)) {
      wei.send("{\"type\":\"delete_message\",\"message_id\":\"" + UUID.randomUUID() + "\"}");
      wei.next("error");
      List.of("nonsense", "more nonsense", "[]").forEach(wei::send);

      await().until(() -> metric(closed) == closedBefore + 1);
    }
    assertThat(metric(notAMember)).isEqualTo(notMembers + 1);
    assertThat(metric(badToken)).isEqualTo(badTokens + 1);
    assertThat(metric(unread)).isGreaterThanOrEqualTo(3);
    assertThat(metric(missing)).isGreaterThanOrEqualTo(1);
  }

  @Test
  void no_series_names_a_room_or_a_person() {
    TestRoom room = new TestRoom(base, WEI);
    room.post(WEI, "hello");
    RestAssured.given()
        .auth()
        .oauth2(Tokens.of(WEI))
        .get("/api/rooms/{room}/messages", room.id())
        .then()
        .statusCode(200);

    assertThat(metrics()).noneMatch(line -> line.contains(room.id().toString()));
    assertThat(metrics()).noneMatch(line -> line.contains("@plant.example"));
  }

  @Test
  void the_parts_behind_are_seen_too() {
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
                        "andon_unpublished_events",
                        "andon_unpublished_age_seconds",
                        "http_server_requests_seconds_bucket",
                        "jvm_memory_used_bytes"));
  }
}
