package org.andon.file.preview;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.andon.file.testing.People.OUTSIDER;
import static org.andon.file.testing.People.OWNER;
import static org.andon.file.testing.People.VIEWER;
import static org.andon.file.testing.People.as;
import static org.andon.file.testing.Uploads.uploaded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.minio.MinioClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.andon.file.testing.FileStack;
import org.andon.file.testing.Images;
import org.andon.file.testing.Pdfs;
import org.andon.file.testing.RoomServiceTwin;
import org.andon.file.testing.Samples;
import org.andon.file.testing.TestRooms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(FileStack.class)
class PreviewTest {
  @Inject MinioClient client;
  @Inject MeterRegistry metrics;
  RoomServiceTwin rooms;
  private UUID room;

  @BeforeEach
  void a_room() {
    room = TestRooms.in(rooms);
  }

  @ParameterizedTest
  @CsvSource({
    "png,1,160",
    "png,160,160",
    "png,161,320",
    "png,480,480",
    "png,,480",
    "png,1000,1000",
    "jpeg,300,320",
    "gif,300,320"
  })
  void an_image_is_shown_in_the_next_larger_width_and_never_enlarged(
      String format, String width, int expected) {
    String file = uploaded(OWNER, room, "a." + format, Images.of(format, 1000, 500));

    BufferedImage preview = image(preview(file, width));

    assertThat(preview.getWidth()).isEqualTo(expected);
    assertThat(preview.getHeight()).isEqualTo(expected / 2);
    assertRed(preview, 2, 2);
    assertBlue(preview, preview.getWidth() - 3, 2);
  }

  @Test
  void a_photo_stands_upright_and_tells_nothing_of_where_it_was_taken() {
    byte[] photo = Images.photo(400, 200, 6);
    String file = uploaded(OWNER, room, "photo.jpg", photo);

    byte[] bytes = preview(file, "160").statusCode(200).extract().asByteArray();

    BufferedImage preview = Images.read(bytes);
    assertThat(preview.getWidth()).isEqualTo(160);
    assertThat(preview.getHeight()).isEqualTo(320);
    assertRed(preview, 80, 5);
    assertBlue(preview, 80, 315);
    assertThat(new String(photo, ISO_8859_1)).contains("Exif", Images.SECRET);
    assertThat(new String(bytes, ISO_8859_1)).doesNotContain("Exif", "script", "N25.0330");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 9, -1})
  void an_orientation_that_there_is_not_changes_nothing(int orientation) {
    String file = uploaded(OWNER, room, "photo.jpg", Images.photo(400, 200, orientation));

    assertThat(image(preview(file, "160")).getWidth()).isEqualTo(160);
    assertThat(image(preview(file, "160")).getHeight()).isEqualTo(80);
  }

  @Test
  void unusual_images_are_shown_too() {
    List<String> files =
        List.of(
            uploaded(OWNER, room, "a.webp", Samples.webp()),
            uploaded(OWNER, room, "progressive.jpg", Images.progressive(400, 200)),
            uploaded(OWNER, room, "cmyk.jpg", Images.cmyk(400, 200)),
            uploaded(OWNER, room, "frame.gif", Samples.gif(8, 8, 640, 4)));

    assertThat(files).allSatisfy(file -> preview(file, "160").statusCode(200));
  }

  @ParameterizedTest
  @CsvSource({"200,400,160,320", "400,200,160,80", "100,2000,32,640", "14400,14400,160,160"})
  void a_pdf_shows_its_first_page(float width, float height, int across, int down) {
    String file = uploaded(OWNER, room, "a.pdf", Pdfs.red(width, height));

    BufferedImage preview = image(preview(file, "160"));

    assertThat(preview.getWidth()).isCloseTo(across, within(1));
    assertThat(preview.getHeight()).isCloseTo(down, within(1));
    assertRed(preview, 0, preview.getHeight() / 2);
  }

  @Test
  void chinese_whose_font_is_not_there_does_not_keep_a_page_from_being_shown() {
    String file = uploaded(OWNER, room, "報告.pdf", Pdfs.chineseWithoutFont());

    preview(file, null).statusCode(200).contentType("image/jpeg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "damaged", "locked", "unfolding", "broken pdf"})
  void what_cannot_be_shown_has_no_preview_and_is_tried_once(String kind) {
    awaitQuiet();
    long before = tried();
    String file =
        switch (kind) {
          case "text" -> uploaded(OWNER, room, "a.txt", "text".getBytes(UTF_8));
          case "damaged" ->
              uploaded(OWNER, room, "cut.png", Arrays.copyOf(Images.of("png", 400, 400), 60));
          case "locked" -> uploaded(OWNER, room, "locked.pdf", Pdfs.locked());
          case "unfolding" -> uploaded(OWNER, room, "unfolding.pdf", Pdfs.unfolding(600_000_000));
          default -> uploaded(OWNER, room, "broken.pdf", "%PDF-1.4\nnothing\n".getBytes(UTF_8));
        };

    for (int i = 0; i < 2; i++) {
      preview(file, null).statusCode(404).body("code", equalTo("no_preview"));
    }
    as(VIEWER).get("/api/files/{id}", file).then().body("preview_url", equalTo(null));
    as(VIEWER).get("/api/files/{id}/content", file).then().statusCode(200);
    assertThat(tried() - before).isEqualTo(kind.equals("text") ? 0 : 1);
  }

  @Test
  void many_who_ask_at_once_get_the_one_that_is_made() throws Exception {
    String file = uploaded(OWNER, room, "a.png", Images.of("png", 2000, 1000));
    awaitQuiet();
    long before = tried();
    CountDownLatch together = new CountDownLatch(1);

    List<Future<byte[]>> answers;
    try (ExecutorService browsers = Executors.newVirtualThreadPerTaskExecutor()) {
      answers =
          IntStream.range(0, 20)
              .mapToObj(
                  i ->
                      browsers.submit(
                          () -> {
                            together.await();
                            return preview(file, "960").extract().asByteArray();
                          }))
              .toList();
      together.countDown();
    }

    List<byte[]> previews = answers.stream().map(Future::resultNow).toList();
    assertThat(previews).allSatisfy(it -> assertThat(it).isEqualTo(previews.getFirst()));
    assertThat(tried() - before).isEqualTo(1);
  }

  @Test
  void what_is_known_is_not_sent_again_and_nothing_in_it_runs() {
    String file = uploaded(OWNER, room, "a.png", Images.of("png", 400, 200));
    var answer =
        preview(file, null)
            .statusCode(200)
            .contentType("image/jpeg")
            .header("X-Content-Type-Options", "nosniff")
            .header("Content-Security-Policy", "default-src 'none'; sandbox")
            .header("Cache-Control", "private, no-cache");

    as(VIEWER)
        .header("If-None-Match", answer.extract().header("ETag"))
        .get("/api/files/{id}/preview", file)
        .then()
        .statusCode(304);
  }

  @Test
  void the_store_serves_it_to_whoever_has_the_presigned_url() {
    String file = uploaded(OWNER, room, "a.png", Images.of("png", 400, 200));

    String url =
        await()
            .until(
                () -> as(VIEWER).get("/api/files/{id}", file).path("preview_url"),
                it -> it != null);

    byte[] preview =
        given()
            .urlEncodingEnabled(false)
            .get(url)
            .then()
            .statusCode(200)
            .contentType("image/jpeg")
            .extract()
            .asByteArray();
    assertThat(Images.read(preview).getWidth()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "wide", "4097", "99999999999", "1.5"})
  void a_width_that_there_is_not_is_named(String width) {
    String file = uploaded(OWNER, room, "a.png", Samples.png(8, 8));

    preview(file, width).statusCode(422).body("errors[0].field", equalTo("width"));
  }

  @Test
  void an_outsider_sees_nothing() {
    String file = uploaded(OWNER, room, "a.png", Samples.png(8, 8));

    as(OUTSIDER).get("/api/files/{id}/preview", file).then().statusCode(403);
  }

  /** Uploads have previews made that nobody waits for. */
  private void awaitQuiet() {
    await().until(() -> metrics.get("andon.previews.pending").gauge().value() == 0);
  }

  private long tried() {
    return metrics.find("andon.previews").timers().stream().mapToLong(Timer::count).sum();
  }

  private static ValidatableResponse preview(String file, String width) {
    var request = as(VIEWER);
    return (width == null ? request : request.queryParam("width", width))
        .get("/api/files/{id}/preview", file)
        .then();
  }

  private static BufferedImage image(ValidatableResponse answer) {
    return Images.read(answer.statusCode(200).contentType("image/jpeg").extract().asByteArray());
  }

  private static void assertRed(BufferedImage image, int x, int y) {
    Color color = new Color(image.getRGB(x, y));
    assertThat(color.getRed()).isGreaterThan(200);
    assertThat(color.getBlue()).isLessThan(60);
  }

  private static void assertBlue(BufferedImage image, int x, int y) {
    Color color = new Color(image.getRGB(x, y));
    assertThat(color.getBlue()).isGreaterThan(200);
    assertThat(color.getRed()).isLessThan(60);
  }
}
