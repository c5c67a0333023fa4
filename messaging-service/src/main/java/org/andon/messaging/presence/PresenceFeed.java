package org.andon.messaging.presence;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Hears what {@link PresenceTopic} tells on all pods. */
@ApplicationScoped
class PresenceFeed {
  private static final Logger LOG = Logger.getLogger(PresenceFeed.class);

  private final ObjectMapper json;
  private final PresenceTopic topic;
  private final OtherPods others;
  private final Presence presence;
  private final Typists typists;
  private final ReadReceipts receipts;

  PresenceFeed(
      ObjectMapper json,
      PresenceTopic topic,
      OtherPods others,
      Presence presence,
      Typists typists,
      ReadReceipts receipts) {
    this.json = json;
    this.topic = topic;
    this.others = others;
    this.presence = presence;
    this.typists = typists;
    this.receipts = receipts;
  }

  @Incoming("presence-in")
  @Blocking
  void hear(byte[] value) {
    try {
      PresenceEvent event = json.readValue(value, PresenceEvent.class);
      if (event.pod().equals(topic.pod())) {
        others.heardOurselves(Instant.now());
      } else {
        others.heard(event.pod(), Instant.now());
        hear(event);
      }
    } catch (IOException e) {
      // A pod of a newer version may say more than this one understands.
      LOG.debugf("foreign presence event skipped: %s", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("a presence event failed, and is skipped", e);
    }
  }

  private void hear(PresenceEvent event) {
    switch (event) {
      case PresenceEvent.Joined joined ->
          presence.arrived(
              joined.pod(),
              List.of(
                  new Place(
                      joined.roomId(), new OnlineUser(joined.userId(), joined.displayName()))));
      case PresenceEvent.Left left ->
          presence.departed(left.pod(), List.of(new Seat(left.roomId(), left.userId())));
      case PresenceEvent.Alive alive -> others.alive(alive);
      case PresenceEvent.Hello hello -> others.hello(hello);
      case PresenceEvent.State state -> others.state(state);
      case PresenceEvent.Gone gone -> others.gone(gone.pod());
      case PresenceEvent.Typing typing -> typists.heard(typing);
      case PresenceEvent.Read read -> receipts.heard(read);
    }
  }
}
