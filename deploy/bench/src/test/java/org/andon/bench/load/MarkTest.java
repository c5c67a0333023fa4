package org.andon.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MarkTest {
  private final Mark mark = new Mark();

  @Test
  void a_message_carries_120_bytes_of_text() {
    byte[] text = Mark.text(3, 7, 42, 123_456_789L);

    assertThat(text).hasSize(120);
  }

  @Test
  void what_was_sent_is_read_from_a_frame() {
    ByteBuf frame = Frames.message(UUID.randomUUID(), Mark.text(3, 7, 42, 123_456_789L));
    byte[] bytes = new byte[frame.readableBytes()];
    frame.readBytes(bytes);

    assertThat(mark.read(bytes, bytes.length)).isTrue();
    assertThat(mark.phase).isEqualTo(3);
    assertThat(mark.sender).isEqualTo(7);
    assertThat(mark.number).isEqualTo(42);
    assertThat(mark.due).isEqualTo(123_456_789L);
  }

  @Test
  void bytes_behind_the_frame_are_left_over_from_another_and_not_read() {
    byte[] inbox = "{\"type\":\"ack\"}~#1.2.3.4#~".getBytes(US_ASCII);

    assertThat(mark.read(inbox, "{\"type\":\"ack\"}".length())).isFalse();
  }

  @Test
  void the_welcome_has_no_number_of_its_own() {
    byte[] welcome = "{\"type\":\"welcome\",\"last_sequence_number\":120}".getBytes(US_ASCII);

    assertThat(Frames.sequenceNumber(welcome, welcome.length)).isEqualTo(Frames.NO_NUMBER);
  }

  @Test
  void a_durable_frame_has_a_number() {
    byte[] message = "{\"type\":\"message\",\"sequence_number\":120,\"x\":1}".getBytes(US_ASCII);

    assertThat(Frames.sequenceNumber(message, message.length)).isEqualTo(120);
    assertThat(Frames.isMessage(message, message.length)).isTrue();
  }
}
