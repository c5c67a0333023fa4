package org.andon.messaging.feed;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hands on what room-service tells users of, as it is, to those with a feed on this pod. */
@ApplicationScoped
class NotificationFeed {
  private final Feeds feeds;

  NotificationFeed(Feeds feeds) {
    this.feeds = feeds;
  }

  @Incoming("notifications")
  @NonBlocking
  void hear(Record<String, byte[]> notification) {
    if (notification.key() != null && notification.value() != null) {
      feeds.tell(notification.key(), notification.value());
    }
  }
}
