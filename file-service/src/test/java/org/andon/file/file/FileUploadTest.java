package org.andon.file.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.andon.file.testing.People.EDITOR;
import static org.andon.file.testing.People.OWNER;
import static org.andon.file.testing.People.VIEWER;
import static org.andon.file.testing.People.as;
import static org.andon.file.testing.Uploads.upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.andon.file.testing.FileStack;
import org.andon.file.testing.RoomServiceTwin;
import org.andon.file.testing.Samples;
import org.andon.file.testing.TestRooms;
import org.andon.file.testing.Uploads.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(FileStack.class)
class FileUploadTest {
  private static final int MIB = 1024 * 1024;

  RoomServiceTwin rooms;
  private UUID room;

  @BeforeEach
  void a_room() {
    room = TestRooms.in(rooms);
  }

  @Test
  void an_image_comes_back_byte_for_byte() throws Exception {
    byte[] image = Samples.png(64, 48);

    Answer answer = upload(EDITOR, room, "烤箱 'A' 溫度🔥.png", image, "3 號線");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body().getString("file_name")).isEqualTo("烤箱 'A' 溫度🔥.png");
    assertThat(answer.body().getString("room_id")).isEqualTo(room.toString());
    assertThat(answer.body().getString("content_type")).isEqualTo("image/png");
    assertThat(answer.body().getInt("size")).isEqualTo(image.length);
    assertThat(answer.body().getString("sha256")).isEqualTo(sha256(image));
    assertThat(answer.body().getInt("width")).isEqualTo(64);
    assertThat(answer.body().getInt("height")).isEqualTo(48);
    assertThat(answer.body().getString("description")).isEqualTo("3 號線");
    assertThat(answer.body().getString("uploaded_by")).isEqualTo(EDITOR);
    byte[] downloaded =
        as(VIEWER)
            .get("/api/files/{id}/content", answer.body().getString("file_id"))
            .then()
            .statusCode(200)
            .contentType("image/png")
            .extract()
            .asByteArray();
    assertThat(downloaded).isEqualTo(image);
  }

  @Test
  void an_upload_leaves_the_connection_open_for_the_next_request() throws Exception {
    as(OWNER)
        .multiPart("file", "oven.png", Samples.png(8, 8), "image/png")
        .post("/api/rooms/{id}/files", room)
        .then()
        .statusCode(201)
        .header("Connection", nullValue());
  }

  @ParameterizedTest
  @CsvSource({
    "jpeg,image/jpeg",
    "gif,image/gif",
    "webp,image/webp",
    "pdf,application/pdf",
    "txt,text/plain",
    "csv,text/csv",
    "log,text/plain",
    "doc,application/msword",
    "xls,application/vnd.ms-excel",
    "docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "odt,application/vnd.oasis.opendocument.text"
  })
  void usual_types_are_taken(String extension, String contentType) {
    Answer answer = upload(OWNER, room, "file." + extension, sample(extension));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body().getString("content_type")).isEqualTo(contentType);
  }

  @ParameterizedTest
  @CsvSource({
    "page.png,html", "page.txt,html", "drawing.svg,svg", "drawing.png,svg", "setup.exe,exe",
    "setup.pdf,exe", "bundle.zip,zip", "bundle.docx,zip", "macros.docx,docm", "installer.doc,msi",
    "run.bat,txt", "run.js,txt", "noise.png,noise", "noise.log,noise", "run.bat,pdf"
  })
  void other_types_are_not_whatever_they_are_called(String name, String kind) {
    Answer answer = upload(OWNER, room, name, sample(kind));

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.code()).isEqualTo("unsupported_media_type");
  }

  @Test
  void an_empty_file_is_not_taken() {
    Answer answer = upload(OWNER, room, "empty.txt", new byte[0]);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.field()).isEqualTo("file");
  }

  @Test
  void a_form_without_a_file_is_told_so() {
    Answer answer = upload(OWNER, room, null, null, "nothing");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.field()).isEqualTo("file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"LONG", "   ", "folder/"})
  void a_name_that_cannot_be_kept_is_not_taken(String name) {
    Answer answer =
        upload(OWNER, room, name.replace("LONG", "線".repeat(256)), "text".getBytes(UTF_8));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.field()).isEqualTo("file");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x09, 0x7F, 0x85, 0x061C, 0x200E, 0x200F, 0x202A, 0x202E, 0x2066, 0x2069, 0x0001, 0x0000
      })
  void a_character_that_misleads_is_shown_as_another(int character) {
    String name = "exe" + Character.toString(character) + "gpj.txt";

    Answer answer = upload(OWNER, room, name, "text".getBytes(UTF_8));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body().getString("file_name")).isEqualTo("exe_gpj.txt");
  }

  @Test
  void the_longest_name_is_kept_whole() {
    String name = "🔥".repeat(251) + ".txt";

    Answer answer = upload(OWNER, room, name, "text".getBytes(UTF_8));

    assertThat(answer.body().getString("file_name")).isEqualTo(name);
  }

  @Test
  void folders_are_no_part_of_a_name() {
    Answer answer = upload(OWNER, room, "../../etc/passwd.txt", "text".getBytes(UTF_8));

    assertThat(answer.body().getString("file_name")).isEqualTo("passwd.txt");
  }

  @Test
  void a_damaged_image_is_not_taken() {
    Answer answer = upload(OWNER, room, "cut.png", Arrays.copyOf(Samples.png(8, 8), 12));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.field()).isEqualTo("file");
  }

  @Test
  void an_image_that_would_unfold_to_too_many_pixels_is_not_taken() {
    Answer answer = upload(OWNER, room, "bomb.png", Samples.pngHeader(50_000, 50_000));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().getString("errors[0].message")).contains("pixels");
  }

  @Test
  void a_small_frame_does_not_hide_the_screen_it_is_drawn_on() {
    Answer bomb = upload(OWNER, room, "bomb.gif", Samples.gif(8, 8, 50_000, 50_000));
    Answer taken = upload(OWNER, room, "wide.gif", Samples.gif(8, 8, 640, 4));

    assertThat(bomb.status()).isEqualTo(422);
    assertThat(bomb.body().getString("errors[0].message")).contains("pixels");
    assertThat(taken.body().getInt("width")).isEqualTo(640);
    assertThat(taken.body().getInt("height")).isEqualTo(8);
  }

  @Test
  void an_image_has_a_smaller_limit_than_a_document() {
    byte[] image = Arrays.copyOf(Samples.png(8, 8), 20 * MIB + 1);
    byte[] document = Arrays.copyOf(Samples.pdf(), 20 * MIB + 1);

    Answer tooLarge = upload(OWNER, room, "large.png", image);
    Answer taken = upload(OWNER, room, "large.pdf", document);

    assertThat(tooLarge.status()).isEqualTo(413);
    assertThat(tooLarge.code()).isEqualTo("too_large");
    assertThat(taken.status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(ints = {50 * MIB + 1, 60 * MIB})
  void what_is_too_large_is_answered_as_any_problem(int size) {
    Answer answer = upload(OWNER, room, "huge.pdf", Arrays.copyOf(Samples.pdf(), size));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.code()).isEqualTo("too_large");
  }

  @Test
  void a_description_has_its_limit() {
    Answer longest = upload(OWNER, room, "a.txt", "text".getBytes(UTF_8), "線".repeat(5_000));
    Answer longer = upload(OWNER, room, "a.txt", "text".getBytes(UTF_8), "線".repeat(5_001));

    assertThat(longest.status()).isEqualTo(201);
    assertThat(longer.status()).isEqualTo(422);
    assertThat(longer.field()).isEqualTo("description");
  }

  private static byte[] sample(String kind) {
    return switch (kind) {
      case "jpeg", "gif" -> Samples.image(kind, 8, 8);
      case "webp" -> Samples.webp();
      case "pdf" -> Samples.pdf();
      case "txt", "log" -> "2026-11-22 溫度 85 °C\n".getBytes(UTF_8);
      case "csv" -> "time,temperature\n03:00,85\n".getBytes(UTF_8);
      case "doc" -> Samples.ole2("WordDocument");
      case "xls" -> Samples.ole2("Workbook");
      case "msi" -> Samples.ole2("䡀㼿䕷䑬㭪䗤䠤");
      case "docx" -> office("word/document.xml", "word/styles.xml");
      case "xlsx" -> office("xl/workbook.xml", "xl/styles.xml");
      case "docm" -> office("word/document.xml", "word/vbaProject.bin");
      case "odt" -> Samples.zip(Map.of("mimetype", "application/vnd.oasis.opendocument.text"));
      case "zip" -> Samples.zip(Map.of("readme.txt", "text"));
      case "html" -> "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(UTF_8);
      case "svg" -> "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(UTF_8);
      case "exe" -> Arrays.copyOf(new byte[] {'M', 'Z', (byte) 0x90, 0, 3}, 512);
      case "noise" -> new byte[] {0, 1, 2, 3, (byte) 0xFF, 5, 6, 7};
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static byte[] office(String part, String other) {
    return Samples.zip(Map.of("[Content_Types].xml", "<Types/>", part, "<x/>", other, "x"));
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
