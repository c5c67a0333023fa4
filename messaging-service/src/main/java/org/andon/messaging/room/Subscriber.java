package org.andon.messaging.room;

import java.util.concurrent.Executor;
import org.andon.messaging.wire.TextFrames;

/** Somebody on this pod who listens to a room. No method blocks. */
public interface Subscriber {
  String userId();

  /** Where the methods below are called: one thread, so that they never run at the same time. */
  Executor executor();

  /** Takes the room's next durable frames: in the order of the numbers, each once. */
  void deliver(FrameBatch frames);

  /** Takes a frame that may be lost; false if it is, because too much waits already. */
  boolean inform(TextFrames frame);

  /** The room or its members changed: ends the subscription if the user is no longer among them. */
  void roomChanged(RoomSnapshot room);
}
