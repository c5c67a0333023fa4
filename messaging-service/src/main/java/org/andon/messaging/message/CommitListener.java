package org.andon.messaging.message;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Hears of every commit, in the order of the numbers within a room. Must not block, nor throw. */
public interface CommitListener {
  /**
   * @param publishedBefore the rooms' Kafka watermarks when these events were written
   */
  void committed(List<CommittedEvent> events, Map<UUID, Long> publishedBefore);
}
