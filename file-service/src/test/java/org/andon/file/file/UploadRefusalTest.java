package org.andon.file.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.andon.file.testing.People.OUTSIDER;
import static org.andon.file.testing.People.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.andon.file.testing.FileStack;
import org.andon.file.testing.RawUpload;
import org.andon.file.testing.RoomServiceTwin;
import org.andon.file.testing.Samples;
import org.andon.file.testing.TestRooms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FileStack.class)
class UploadRefusalTest {
  private static final long MIB = 1024 * 1024;
  private static final long HUGE = 500 * MIB;

  /** What the kernels of both sides buffer on one machine, and then some. */
  private static final long BUFFERED = 16 * MIB;

  RoomServiceTwin rooms;
  private UUID room;

  @BeforeEach
  void a_room() {
    room = TestRooms.in(rooms);
  }

  @Test
  void what_is_announced_as_too_large_is_refused_before_it_is_read() {
    try (RawUpload upload = RawUpload.begin(OWNER, room, "huge.pdf", HUGE)) {
      long written = upload.sendUntilRefused(HUGE);

      assertThat(written).isLessThan(BUFFERED);
      assertThat(upload.answer()).startsWith("HTTP/1.1 413").contains("too_large");
    }
  }

  @Test
  void what_turns_out_too_large_is_read_up_to_the_limit_only() throws Exception {
    try (RawUpload upload = RawUpload.begin(OWNER, room, "huge.pdf", -1)) {
      upload.send("%PDF-1.4\n".getBytes(US_ASCII));
      long written = upload.sendUntilRefused(HUGE);

      assertThat(written).isBetween(50 * MIB, 50 * MIB + BUFFERED);
      assertThat(upload.answer()).startsWith("HTTP/1.1 413").contains("too_large");
    }
  }

  @Test
  void an_image_is_read_up_to_the_limit_of_images_only() throws Exception {
    try (RawUpload upload = RawUpload.begin(OWNER, room, "huge.png", 45 * MIB)) {
      upload.send(Samples.png(8, 8));
      long written = upload.sendUntilRefused(45 * MIB);

      assertThat(written).isBetween(20 * MIB, 20 * MIB + BUFFERED);
      assertThat(upload.answer()).startsWith("HTTP/1.1 413").contains("too_large");
    }
  }

  @Test
  void a_program_is_refused_after_its_first_bytes() throws Exception {
    try (RawUpload upload = RawUpload.begin(OWNER, room, "setup.pdf", 45 * MIB)) {
      upload.send(new byte[] {'M', 'Z', (byte) 0x90, 0, 3});
      long written = upload.sendUntilRefused(45 * MIB);

      assertThat(written).isLessThan(BUFFERED);
      assertThat(upload.answer()).startsWith("HTTP/1.1 415").contains("unsupported_media_type");
    }
  }

  @Test
  void nothing_is_read_of_who_may_not_upload() {
    try (RawUpload upload = RawUpload.begin(OUTSIDER, room, "large.pdf", 45 * MIB)) {
      long written = upload.sendUntilRefused(45 * MIB);

      assertThat(written).isLessThan(BUFFERED);
      assertThat(upload.answer()).startsWith("HTTP/1.1 403").contains("forbidden");
    }
  }

  @Test
  void who_stops_to_listen_for_the_answer_gets_it_at_once() throws Exception {
    try (RawUpload upload = RawUpload.begin(OWNER, room, "huge.pdf", HUGE)) {
      Instant begun = Instant.now();

      assertThat(upload.answer()).startsWith("HTTP/1.1 413");

      assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }
  }
}
