package org.andon.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What every message's text begins with, {@code ~#phase.sender.number.nanoseconds#~}, and where it
 * stands in a frame. The time is when the message was due, so that a late client shows as latency.
 */
final class Mark {
  /** Bytes of text in a message, mark included. */
  static final int TEXT_LENGTH = 120;

  private static final byte[] FILLER = "abcdefghij klmnop".getBytes(StandardCharsets.US_ASCII);

  private int position;
  int phase;
  int sender;
  int number;
  long due;

  static byte[] text(int phase, int sender, int number, long due) {
    String mark = "~#" + phase + '.' + sender + '.' + number + '.' + due + "#~";
    byte[] begin = mark.getBytes(StandardCharsets.US_ASCII);
    byte[] text = Arrays.copyOf(begin, TEXT_LENGTH);
    for (int i = begin.length; i < TEXT_LENGTH; i++) {
      text[i] = FILLER[i % FILLER.length];
    }
    return text;
  }

  /** Reads the first mark of a frame; false if there is none. */
  boolean read(byte[] frame, int length) {
    for (int i = 0; i + 1 < length; i++) {
      if (frame[i] == '~' && frame[i + 1] == '#') {
        position = i + 2;
        phase = (int) number(frame, length);
        sender = (int) number(frame, length);
        number = (int) number(frame, length);
        due = number(frame, length);
        return true;
      }
    }
    return false;
  }

  private long number(byte[] frame, int length) {
    long value = 0;
    for (; position < length && frame[position] >= '0' && frame[position] <= '9'; position++) {
      value = value * 10 + (frame[position] - '0');
    }
    position++;
    return value;
  }
}
