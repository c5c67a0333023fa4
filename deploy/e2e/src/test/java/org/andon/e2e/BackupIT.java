package org.andon.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.andon.testkit.RoomClient.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.andon.testkit.MessagesTopic;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./andon backup} while people talk, and {@code ./andon restore} on another machine. */
@ExtendWith(SharedStack.class)
class BackupIT {
  private static final Duration REPUBLISHED = Duration.ofSeconds(40);

  /** Slow enough for what a client may send. */
  private static final Duration PACE = Duration.ofMillis(100);

  @TempDir Path directory;

  private final Stack stack;
  private final Person wei;
  private final Person mei;

  BackupIT(Stack stack) {
    this.stack = stack;
    wei = Person.signIn(stack, "li.wei");
    mei = Person.signIn(stack, "chen.mei");
  }

  @Test
  void a_restored_stack_has_all_from_before_the_backup_and_goes_on_from_there() {
    UUID room = wei.createRoom("烤箱", Map.of(mei.userId(), "EDITOR"));
    String before = upload(room, "before");
    Talk talk = talkWhile(room, () -> stack.backUp(directory.resolve("backup")));
    String after = upload(room, "after");

    try (Stack restored = Stack.restore(directory.resolve("backup"), 1)) {
      Person weiAgain = Person.signIn(restored, "li.wei");
      // Who was signed in still is.
      Person meiAsBefore = new Person(restored.gateway(), mei.userId(), mei.token());
      long last = everythingIsThere(weiAgain, room, talk);
      theFileOpens(meiAsBefore, before);
      weiAgain.request().get("/api/files/{id}", after).then().statusCode(404);
      whoHoldsMoreIsToldToReload(meiAsBefore, room, talk.atEnd(), last);
      numbersGoOn(meiAsBefore, room, last);
      kafkaAgrees(restored, room, last + 1);
    }
  }

  /** How many messages were acknowledged when the backup began, and at the end. */
  private record Talk(long atStart, long atEnd) {}

  private Talk talkWhile(UUID room, Runnable backup) {
    AtomicLong acked = new AtomicLong();
    try (RoomClient client = wei.open(room);
        ScheduledExecutorService talk = Executors.newSingleThreadScheduledExecutor()) {
      ScheduledFuture<?> talking =
          talk.scheduleWithFixedDelay(
              () ->
                  acked.set(
                      client
                          .call(frame("message", "content", "85 °C"))
                          .get("sequence_number")
                          .asLong()),
              0,
              PACE.toMillis(),
              TimeUnit.MILLISECONDS);
      long atStart = await().until(acked::get, number -> number > 10);
      backup.run();
      long atBackupsEnd = acked.get();
      await().until(acked::get, number -> number > atBackupsEnd + 10);
      talking.cancel(false);
      return new Talk(atStart, acked.get());
    }
  }

  private String upload(UUID room, String text) {
    return wei.request()
        .multiPart("file", text + ".txt", text.getBytes(UTF_8), "text/plain")
        .post("/api/rooms/{room}/files", room)
        .then()
        .statusCode(201)
        .extract()
        .path("file_id");
  }

  private static long everythingIsThere(Person person, UUID room, Talk talk) {
    try (RoomClient client = person.resume(room, 0)) {
      long last = client.next("welcome").get("last_sequence_number").asLong();
      List<Long> numbers =
          LongStream.rangeClosed(1, last)
              .mapToObj(i -> client.nextDurable().get("sequence_number").asLong())
              .toList();
      assertThat(last).isGreaterThanOrEqualTo(talk.atStart()).isLessThan(talk.atEnd());
      assertThat(numbers)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, last).boxed().toList());
      return last;
    }
  }

  private static void theFileOpens(Person person, String file) {
    String text =
        person.request().get("/api/files/{id}/content", file).then().extract().body().asString();
    assertThat(text).isEqualTo("before");
  }

  private static void whoHoldsMoreIsToldToReload(Person person, UUID room, long held, long last) {
    try (RoomClient client = person.resume(room, held)) {
      JsonNode resync = client.next("resync");
      assertThat(resync.get("from").asLong()).isEqualTo(held);
      assertThat(resync.get("last_sequence_number").asLong()).isEqualTo(last);
    }
  }

  private static void numbersGoOn(Person person, UUID room, long last) {
    try (RoomClient client = person.resume(room, last)) {
      JsonNode ack = client.call(frame("message", "content", "we are back"));
      assertThat(ack.get("sequence_number").asLong()).isEqualTo(last + 1);
    }
  }

  /** The restored stack's Kafka began empty. */
  private static void kafkaAgrees(Stack restored, UUID room, long last) {
    await()
        .atMost(REPUBLISHED)
        .untilAsserted(
            () -> {
              assertThat(
                      MessagesTopic.of(restored.kafka(), room).stream()
                          .map(record -> MessagesTopic.header(record, "ce_id"))
                          .distinct())
                  .hasSize((int) last);
              assertThat(MessagesTopic.of(restored.kafka(), "incident.rooms.v1", room))
                  .last()
                  .satisfies(record -> assertThat(record.value()).contains("chen.mei"));
              assertThat(MessagesTopic.of(restored.kafka(), "incident.files.v1", room)).hasSize(1);
            });
  }
}
