package org.andon.file.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.andon.file.testing.People.OWNER;
import static org.andon.file.testing.Uploads.upload;
import static org.andon.file.testing.Uploads.uploaded;
import static org.assertj.core.api.Assertions.assertThat;

import io.minio.MinioClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.andon.file.testing.Clamd;
import org.andon.file.testing.FileStack;
import org.andon.file.testing.RoomServiceTwin;
import org.andon.file.testing.ScanningStack;
import org.andon.file.testing.StoreContent;
import org.andon.file.testing.TestRooms;
import org.andon.file.testing.Uploads.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FileStack.class)
@WithTestResource(ScanningStack.class)
class VirusScannerTest {
  @Inject MinioClient client;
  Clamd clamd;
  RoomServiceTwin rooms;
  private UUID room;

  @BeforeEach
  void a_room() {
    room = TestRooms.in(rooms);
  }

  @Test
  void what_is_clean_is_taken_and_what_is_infected_is_never_stored() {
    String virus = "2026-11-22 oven 3\n" + "a".repeat(300_000) + Clamd.EICAR;

    Answer infected = upload(OWNER, room, "a.log", virus.getBytes(UTF_8));

    assertThat(infected.status()).isEqualTo(422);
    assertThat(infected.field()).isEqualTo("file");
    assertThat(infected.body().getString("errors[0].message")).contains("EICAR");
    assertThat(new StoreContent(client).files(room)).isEmpty();
    uploaded(OWNER, room, "clean.log", "clean\n".getBytes(UTF_8));
  }

  @Test
  void without_the_scanner_nothing_is_taken_until_it_is_back() {
    byte[] text = "clean\n".getBytes(UTF_8);

    clamd.close();
    Answer away = upload(OWNER, room, "a.log", text);
    clamd.startAgain();

    assertThat(away.status()).isEqualTo(503);
    assertThat(new StoreContent(client).files(room)).isEmpty();
    uploaded(OWNER, room, "a.log", text);
  }
}
