package org.andon.file.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.andon.file.testing.People.OWNER;
import static org.andon.file.testing.Uploads.upload;
import static org.andon.file.testing.Uploads.uploaded;
import static org.assertj.core.api.Assertions.assertThat;

import io.minio.MinioAsyncClient;
import io.minio.MinioClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.andon.file.testing.Clamd;
import org.andon.file.testing.Clamd.Mood;
import org.andon.file.testing.FileStack;
import org.andon.file.testing.RoomServiceTwin;
import org.andon.file.testing.ScanningStack;
import org.andon.file.testing.StoreContent;
import org.andon.file.testing.StoreUploads;
import org.andon.file.testing.TestRooms;
import org.andon.file.testing.Uploads.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(FileStack.class)
@WithTestResource(ScanningStack.class)
class VirusScannerTest {
  @Inject MinioClient client;
  @Inject MinioAsyncClient asyncClient;
  Clamd clamd;
  RoomServiceTwin rooms;
  private UUID room;

  @BeforeEach
  void a_room() {
    room = TestRooms.in(rooms);
  }

  @Test
  void what_is_clean_is_taken_and_what_is_infected_is_never_stored() throws Exception {
    // Long enough for several parts, which without a scanner would leave while it arrives.
    String virus = "2026-11-22 oven 3\n" + "a".repeat(20_000_000) + Clamd.EICAR;
    StoreUploads uploads = new StoreUploads(asyncClient);
    clamd.be(Mood.THINKS);

    Answer infected;
    try (ExecutorService browser = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Answer> answer =
          browser.submit(() -> upload(OWNER, room, "a.log", virus.getBytes(UTF_8)));
      clamd.awaitThinking();
      assertThat(uploads.begun("rooms/" + room)).isEmpty();
      assertThat(new StoreContent(client).files(room)).isEmpty();
      clamd.be(Mood.ANSWERS);
      infected = answer.get();
    }

    assertThat(infected.status()).isEqualTo(422);
    assertThat(infected.field()).isEqualTo("file");
    assertThat(infected.body().getString("errors[0].message")).contains("EICAR");
    assertThat(new StoreContent(client).files(room)).isEmpty();
    uploaded(OWNER, room, "clean.log", "clean\n".getBytes(UTF_8));
  }

  @ParameterizedTest
  @EnumSource(
      value = Mood.class,
      names = {"THINKS", "HANGS"})
  void a_scanner_that_does_not_answer_keeps_nobody_waiting(Mood mood) {
    clamd.be(mood);

    Answer unheard = upload(OWNER, room, "a.log", "a".repeat(20_000_000).getBytes(UTF_8));
    clamd.be(Mood.ANSWERS);

    assertThat(unheard.status()).isEqualTo(503);
    assertThat(new StoreContent(client).files(room)).isEmpty();
    uploaded(OWNER, room, "a.log", "clean\n".getBytes(UTF_8));
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
