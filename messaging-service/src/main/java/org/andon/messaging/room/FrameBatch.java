package org.andon.messaging.room;

import io.netty.buffer.ByteBuf;
import java.util.List;
import org.andon.messaging.wire.TextFrames;

/** Consecutive durable frames of a room, encoded once for all who get them. */
public final class FrameBatch {
  private final List<Frame> frames;
  private final TextFrames encoded;

  FrameBatch(List<Frame> frames) {
    this.frames = List.copyOf(frames);
    this.encoded = TextFrames.of(frames.stream().map(Frame::json).toList());
  }

  public List<Frame> frames() {
    return frames;
  }

  public long lastNumber() {
    return frames.getLast().sequenceNumber();
  }

  /** Bytes, as they go out. */
  public int size() {
    return encoded.size();
  }

  public int countAfter(long sequenceNumber) {
    return (int) Math.min(frames.size(), lastNumber() - sequenceNumber);
  }

  /** The frames after a number, for one connection: there must be one, and it must be written. */
  public ByteBuf after(long sequenceNumber) {
    long skipped = sequenceNumber + 1 - frames.getFirst().sequenceNumber();
    return encoded.from((int) Math.max(0, skipped));
  }

  void release() {
    encoded.release();
  }
}
