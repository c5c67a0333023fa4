package org.andon.messaging.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.util.List;

/**
 * WebSocket text frames one after the other in one buffer, as a server sends them (RFC 6455: whole,
 * unmasked, not compressed): encoded once, written to as many connections as there are.
 */
public final class TextFrames {
  private static final int FINAL_TEXT = 0x81;
  private static final int LENGTH_16 = 126;
  private static final int LENGTH_64 = 127;
  private static final int MAX_HEADER = 10;

  private final ByteBuf buffer;
  private final int[] starts;

  private TextFrames(ByteBuf buffer, int[] starts) {
    this.buffer = buffer;
    this.starts = starts;
  }

  /**
   * @param texts UTF-8
   */
  public static TextFrames of(List<byte[]> texts) {
    int capacity = 0;
    for (byte[] text : texts) {
      capacity += MAX_HEADER + text.length;
    }
    ByteBuf buffer = PooledByteBufAllocator.DEFAULT.directBuffer(capacity, capacity);
    int[] starts = new int[texts.size()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = buffer.writerIndex();
      append(buffer, texts.get(i));
    }
    return new TextFrames(buffer, starts);
  }

  public static TextFrames of(byte[] text) {
    return of(List.of(text));
  }

  private static void append(ByteBuf buffer, byte[] text) {
    buffer.writeByte(FINAL_TEXT);
    if (text.length < LENGTH_16) {
      buffer.writeByte(text.length);
    } else if (text.length <= 0xFFFF) {
      buffer.writeByte(LENGTH_16).writeShort(text.length);
    } else {
      buffer.writeByte(LENGTH_64).writeLong(text.length);
    }
    buffer.writeBytes(text);
  }

  /** Bytes of all frames. */
  public int size() {
    return buffer.writerIndex();
  }

  /** The frames from an index on, for one connection: to be written, or released. */
  public ByteBuf from(int index) {
    int start = starts[index];
    return buffer.retainedSlice(start, buffer.writerIndex() - start);
  }

  /** Done with by whoever made it; connections that still write keep what they need. */
  public void release() {
    buffer.release();
  }
}
