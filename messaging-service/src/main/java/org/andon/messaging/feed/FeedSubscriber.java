package org.andon.messaging.feed;

/** Somebody's open feed on this pod. */
public interface FeedSubscriber {
  String userId();

  /** Whether the user is a system admin, with an owner's rights in every room. */
  boolean admin();

  /**
   * Takes a frame. Must not block.
   *
   * @param json UTF-8
   */
  void send(byte[] json);
}
