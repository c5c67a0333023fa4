package org.andon.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** The protocol's frames as bytes: reading them as JSON would make the client the bottleneck. */
final class Frames {
  static final long NO_NUMBER = -1;

  private static final byte[] MESSAGE = ascii("{\"type\":\"message\"");
  private static final byte[] ACK = ascii("{\"type\":\"ack\"");
  private static final byte[] ERROR = ascii("{\"type\":\"error\"");
  private static final byte[] NUMBER = ascii("\"sequence_number\":");

  private Frames() {}

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static ByteBuf message(UUID clientMsgId, byte[] text) {
    return Unpooled.wrappedBuffer(
        ascii("{\"type\":\"message\",\"client_msg_id\":\"" + clientMsgId + "\",\"content\":\""),
        text,
        ascii("\"}"));
  }

  static boolean isMessage(byte[] frame, int length) {
    return begins(frame, length, MESSAGE);
  }

  static boolean isAck(byte[] frame, int length) {
    return begins(frame, length, ACK);
  }

  static boolean isError(byte[] frame, int length) {
    return begins(frame, length, ERROR);
  }

  private static boolean begins(byte[] frame, int length, byte[] with) {
    return length >= with.length && Arrays.equals(frame, 0, with.length, with, 0, with.length);
  }

  /** The frame's {@code sequence_number}, or {@link #NO_NUMBER}. */
  static long sequenceNumber(byte[] frame, int length) {
    int last = length - NUMBER.length;
    for (int i = 0; i < last; i++) {
      if (frame[i] == NUMBER[0]
          && Arrays.equals(frame, i, i + NUMBER.length, NUMBER, 0, NUMBER.length)) {
        return digits(frame, i + NUMBER.length, length);
      }
    }
    return NO_NUMBER;
  }

  private static long digits(byte[] frame, int from, int length) {
    long value = 0;
    for (int i = from; i < length && frame[i] >= '0' && frame[i] <= '9'; i++) {
      value = value * 10 + (frame[i] - '0');
    }
    return value;
  }
}
