package org.andon.file;

import static org.andon.file.testing.People.EDITOR;
import static org.andon.file.testing.People.as;
import static org.andon.file.testing.Uploads.upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.andon.file.testing.FileStack;
import org.andon.file.testing.RoomServiceTwin;
import org.andon.file.testing.Samples;
import org.andon.file.testing.TestRooms;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FileStack.class)
class MetricsTest {
  RoomServiceTwin rooms;

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
  void uploads_and_their_previews_are_counted_by_what_came_of_them() {
    UUID room = TestRooms.in(rooms);
    double stored = metric("andon_uploads_total{outcome=\"stored\"}");
    double bytes = metric("andon_upload_size_bytes_sum");
    double refused = metric("andon_uploads_total{outcome=\"type_not_accepted\"}");
    double previews = metric("andon_previews_seconds_count{outcome=\"made\"}");
    byte[] image = Samples.png(64, 48);
    byte[] page = "<html></html>".getBytes(StandardCharsets.UTF_8);

    String file = upload(EDITOR, room, "oven.png", image, "").body().getString("file_id");
    assertThat(upload(EDITOR, room, "page.html", page, "").status()).isEqualTo(415);
    as(EDITOR).get("/api/files/{id}/preview", file).then().statusCode(200);

    assertThat(metric("andon_store_seconds_count{operation=\"put\",outcome=\"done\"}"))
        .isPositive();
    assertThat(metric("andon_store_seconds_count{operation=\"get\",outcome=\"done\"}"))
        .isPositive();
    assertThat(metric("andon_uploads_total{outcome=\"stored\"}")).isEqualTo(stored + 1);
    assertThat(metric("andon_upload_size_bytes_sum")).isEqualTo(bytes + image.length);
    assertThat(metric("andon_uploads_total{outcome=\"type_not_accepted\"}")).isEqualTo(refused + 1);
    await().until(() -> metric("andon_previews_seconds_count{outcome=\"made\"}") > previews);
    assertThat(metrics()).noneMatch(line -> line.contains(room.toString()) || line.contains(file));
    assertThat(metrics()).noneMatch(line -> line.contains("@"));
  }

  @Test
  void the_parts_behind_are_seen() {
    upload(EDITOR, TestRooms.in(rooms), "oven.png", Samples.png(8, 8), "");

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
                        "andon_scans_seconds_count",
                        "andon_unpublished_events",
                        "andon_unpublished_age_seconds",
                        "http_server_requests_seconds_bucket"));
  }
}
