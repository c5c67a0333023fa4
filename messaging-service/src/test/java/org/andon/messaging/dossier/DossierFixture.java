package org.andon.messaging.dossier;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.andon.dossier.VerifyDossier;
import org.andon.messaging.report.ReportFixture;
import org.andon.messaging.support.Neighbours;
import org.andon.messaging.support.RoomTopic;
import org.andon.messaging.support.Tokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A room with an owner, and its dossier. */
abstract class DossierFixture extends ReportFixture {
  static final byte[] PHOTO = "the bytes of a photo".getBytes(UTF_8);
  private static final long NEXT_VERSION = 100;
  private static final Duration HEARD = Duration.ofMinutes(1);

  @TempDir Path directory;

  @BeforeEach
  void anOwner() {
    Neighbours.answer("/api/files/" + photo + "/content", PHOTO);
    RoomTopic.announce(room.id(), NEXT_VERSION, Map.of(WEI, "OWNER", MEI, "EDITOR"));
    // An owner is asked for a language that there is; nobody else is asked anything.
    Awaitility.await().atMost(HEARD).until(() -> dossier(WEI, "de").statusCode() == 422);
  }

  Response dossier(String user) {
    return dossier(user, "en");
  }

  private Response dossier(String user, String language) {
    return given()
        .auth()
        .oauth2(Tokens.of(user))
        .get("/api/rooms/" + room.id() + "/dossier?lang=" + language);
  }

  Path saved(String name) throws IOException {
    byte[] zip = dossier(WEI).then().statusCode(200).extract().asByteArray();
    return Files.write(directory.resolve(name), zip);
  }

  Path publishedKeys() throws IOException {
    String keys = given().get("/api/dossier-keys").then().statusCode(200).extract().asString();
    return Files.writeString(directory.resolve("keys.json"), keys);
  }

  record Checked(int exitCode, String said) {}

  static Checked check(Path... arguments) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    List<String> words = new ArrayList<>(List.of(arguments[0].toString()));
    if (arguments.length > 1) {
      words.addAll(List.of("--keys", arguments[1].toString()));
    }
    int exitCode = VerifyDossier.run(words, new PrintStream(said, true, UTF_8));
    return new Checked(exitCode, said.toString(UTF_8));
  }

  static List<String> lines(Path zip, String entry) throws IOException {
    return new String(bytes(zip, entry), UTF_8).lines().toList();
  }

  static byte[] bytes(Path zip, String entry) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      return file.getInputStream(file.getEntry(entry)).readAllBytes();
    }
  }

  static List<String> names(Path zip) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      return file.stream().map(Object::toString).toList();
    }
  }
}
