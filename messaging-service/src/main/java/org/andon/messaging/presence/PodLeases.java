package org.andon.messaging.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which other pods live: each sign of life lasts for a while. */
final class PodLeases {
  private final Map<String, Instant> expiries = new ConcurrentHashMap<>();
  private final Duration timeToLive;

  PodLeases(Duration timeToLive) {
    this.timeToLive = timeToLive;
  }

  /** Takes a sign of life; true if the pod was not known. */
  boolean renew(String pod, Instant now) {
    return expiries.put(pod, now.plus(timeToLive)) == null;
  }

  void end(String pod) {
    expiries.remove(pod);
  }

  /** Removes and returns the pods that have been silent too long. */
  List<String> expire(Instant now) {
    List<String> expired =
        expiries.entrySet().stream()
            .filter(lease -> lease.getValue().isBefore(now))
            .map(Map.Entry::getKey)
            .toList();
    expired.forEach(expiries::remove);
    return expired;
  }
}
