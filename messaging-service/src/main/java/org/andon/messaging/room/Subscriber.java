package org.andon.messaging.room;

/** Somebody on this pod who listens to a room. No method blocks. */
public interface Subscriber {
  String userId();

  /** Takes the room's next durable frame: called in the order of the numbers, each once. */
  void deliver(Frame frame);

  /** Takes a frame that may be lost. */
  void inform(String json);

  /** The room or its members changed: ends the subscription if the user is no longer among them. */
  void roomChanged(RoomSnapshot room);
}
