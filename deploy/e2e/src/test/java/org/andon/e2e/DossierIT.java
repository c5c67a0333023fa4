package org.andon.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A dossier through the gateway, checked by the command as people run it. */
@ExtendWith(SharedStack.class)
class DossierIT {
  private static final Path ANDON = Path.of("../../andon").toAbsolutePath().normalize();
  private static final String LOG = "85 °C\n245 °C\n";

  private final Stack stack;
  private final Person wei;
  private final Person mei;

  @TempDir Path directory;

  DossierIT(Stack stack) {
    this.stack = stack;
    this.wei = Person.signIn(stack, "li.wei");
    this.mei = Person.signIn(stack, "chen.mei");
  }

  private UUID incident() {
    UUID room = wei.createRoom("3 號線烤箱溫度異常", Map.of(mei.userId(), "EDITOR"));
    mei.request()
        .multiPart("file", "烤箱.txt", LOG.getBytes(UTF_8), "text/plain")
        .post("/api/rooms/{room}/files", room)
        .then()
        .statusCode(201);
    try (RoomClient talk = mei.open(room)) {
      talk.post("烤箱過熱");
      talk.next("ack");
      talk.post("關閉加熱器");
      talk.next("ack");
    }
    return room;
  }

  private byte[] dossier(UUID room) {
    return wei.request()
        .get("/api/rooms/{room}/dossier?lang=en", room)
        .then()
        .statusCode(200)
        .contentType("application/zip")
        .extract()
        .asByteArray();
  }

  private Path keys() throws IOException {
    String keys =
        RestAssured.get(stack.gateway() + "/api/dossier-keys")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    return Files.writeString(directory.resolve("keys.json"), keys);
  }

  private record Checked(int exitCode, String said) {}

  private Checked check(byte[] dossier, String... more) throws Exception {
    Files.write(directory.resolve("dossier.zip"), dossier);
    List<String> command =
        new ArrayList<>(List.of(ANDON.toString(), "verify-dossier", "dossier.zip"));
    command.addAll(List.of(more));
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Checked(process.waitFor(), said);
  }

  @Test
  void it_is_proven_with_the_published_keys_and_only_with_them() throws Exception {
    UUID room = incident();
    byte[] dossier = dossier(room);

    Checked proven = check(dossier, "--keys", keys().getFileName().toString());
    Checked fetched = check(dossier, "--keys", stack.gateway() + "/api/dossier-keys");
    Checked alone = check(dossier);

    assertThat(proven.said()).contains("RIGHT", "3 號線烤箱溫度異常");
    assertThat(proven.exitCode()).isZero();
    assertThat(fetched.exitCode()).as(fetched.said()).isZero();
    assertThat(alone.said()).contains("CONSISTENT");
    assertThat(alone.exitCode()).isEqualTo(2);
  }

  @Test
  void what_was_changed_and_added_is_named() throws Exception {
    byte[] forged = forged(dossier(incident()));

    Checked checked = check(forged, "--keys", keys().toString());

    assertThat(checked.said())
        .contains("event ", " was changed", "files/extra.txt was added", "烤箱.txt was changed")
        .doesNotContain("RIGHT");
    assertThat(checked.exitCode()).isEqualTo(1);
  }

  private static byte[] forged(byte[] dossier) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(dossier));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry; (entry = in.getNextEntry()) != null; ) {
        byte[] content = in.readAllBytes();
        if (entry.getName().startsWith("files/")) {
          assertThat(content).isEqualTo(LOG.getBytes(UTF_8));
          content = "85 °C\n".getBytes(UTF_8);
        } else if (entry.getName().equals("events.jsonl")) {
          content = new String(content, UTF_8).replace("關閉加熱器", "開啟加熱器").getBytes(UTF_8);
        }
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(content);
      }
      zip.putNextEntry(new ZipEntry("files/extra.txt"));
    }
    return out.toByteArray();
  }

  @Test
  void only_owners_get_it() {
    mei.request()
        .get("/api/rooms/{room}/dossier", incident())
        .then()
        .statusCode(403)
        .body("code", equalTo("forbidden"));
  }
}
