package org.andon.file.file;

import static org.andon.file.testing.People.ADMIN;
import static org.andon.file.testing.People.EDITOR;
import static org.andon.file.testing.People.OWNER;
import static org.andon.file.testing.People.as;
import static org.andon.file.testing.Uploads.upload;
import static org.andon.file.testing.Uploads.uploaded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.andon.file.testing.FileStack;
import org.andon.file.testing.RawUpload;
import org.andon.file.testing.RoomServiceTwin;
import org.andon.file.testing.ScanningStack;
import org.andon.file.testing.TestRooms;
import org.andon.file.testing.Uploads.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FileStack.class)
@WithTestResource(ScanningStack.class)
class QuotaTest {
  private static final int KIB = 1024;

  @Inject DataSource database;
  RoomServiceTwin rooms;
  private UUID room;

  @BeforeEach
  void a_room_and_a_new_day() throws SQLException {
    room = TestRooms.in(rooms);
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("delete from user_usage");
    }
  }

  @Test
  void a_room_takes_no_more_than_its_quota_and_takes_again_when_something_was_deleted() {
    String first = uploaded(OWNER, room, "a.txt", text(600 * KIB));

    Answer tooMuch = upload(OWNER, room, "b.txt", text(500 * KIB));
    as(OWNER).delete("/api/files/{id}", first).then().statusCode(204);
    Answer afterwards = upload(OWNER, room, "b.txt", text(500 * KIB));

    assertThat(tooMuch.status()).isEqualTo(413);
    assertThat(tooMuch.code()).isEqualTo("room_quota_exceeded");
    assertThat(afterwards.status()).isEqualTo(201);
  }

  @Test
  void a_person_uploads_no_more_than_the_days_quota_wherever_and_whatever_was_deleted() {
    for (int i = 0; i < 4; i++) {
      UUID another = TestRooms.in(rooms);
      String file = uploaded(OWNER, another, "a.txt", text(500 * KIB));
      as(OWNER).delete("/api/files/{id}", file).then().statusCode(204);
    }

    Answer tooMuch = upload(OWNER, room, "a.txt", text(500 * KIB));
    Answer colleague = upload(EDITOR, room, "a.txt", text(500 * KIB));

    assertThat(tooMuch.status()).isEqualTo(429);
    assertThat(tooMuch.code()).isEqualTo("daily_quota_exceeded");
    assertThat(colleague.status()).isEqualTo(201);
  }

  @Test
  void uploads_at_the_same_moment_add_up() {
    List<Future<Answer>> answers;
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      answers =
          IntStream.range(0, 6)
              .mapToObj(
                  i ->
                      people.submit(
                          () ->
                              upload(
                                  List.of(OWNER, EDITOR, ADMIN).get(i % 3),
                                  room,
                                  i + ".txt",
                                  text(400 * KIB + i))))
              .toList();
    }

    assertThat(answers.stream().map(answer -> answer.resultNow().status()).sorted())
        .containsExactly(201, 201, 413, 413, 413, 413);
  }

  @Test
  void one_person_holds_no_more_than_a_few_uploads_open() {
    try (RawUpload one = RawUpload.begin(OWNER, room, "1.log", 100 * KIB);
        RawUpload two = RawUpload.begin(OWNER, room, "2.log", 100 * KIB)) {
      Answer third =
          await().until(() -> upload(OWNER, room, "3.txt", text(9)), it -> it.status() != 201);

      assertThat(third.status()).isEqualTo(429);
      assertThat(third.code()).isEqualTo("too_many_uploads");
      assertThat(upload(EDITOR, room, "a.txt", text(10)).status()).isEqualTo(201);
    }
    await().until(() -> upload(OWNER, room, "3.txt", text(9)).status() == 201);
  }

  private static byte[] text(int length) {
    byte[] text = new byte[length];
    Arrays.fill(text, (byte) 'a');
    return text;
  }
}
