package org.andon.messaging.presence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Which other pods live, and whether what is held of them is what they hold themselves. */
@ApplicationScoped
class OtherPods {
  private static final Logger LOG = Logger.getLogger(OtherPods.class);

  private final Map<String, OtherPod> pods = new HashMap<>();
  private final PresenceTopic topic;
  private final Presence presence;
  private final Duration timeToLive;
  private final Duration deafAfter;
  private Instant heardOurselves = Instant.now();

  OtherPods(PresenceTopic topic, Presence presence, PresenceConfig config) {
    this.topic = topic;
    this.presence = presence;
    this.timeToLive = config.timeToLive();
    this.deafAfter = config.heartbeat().multipliedBy(3).dividedBy(2);
  }

  /** Asks everybody who is with them. */
  void greet() {
    topic.tell(new PresenceEvent.Hello(topic.pod(), null));
  }

  /**
   * Our own events come back: Kafka is there. After it was away the others have all their time
   * again, as they could not be heard.
   */
  synchronized void heardOurselves(Instant now) {
    if (deaf(now)) {
      pods.values().forEach(pod -> pod.heard(now.plus(timeToLive)));
    }
    heardOurselves = now;
  }

  private boolean deaf(Instant now) {
    return heardOurselves.plus(deafAfter).isBefore(now);
  }

  synchronized void heard(String pod, Instant now) {
    known(pod).heard(now.plus(timeToLive));
  }

  synchronized void alive(PresenceEvent.Alive alive) {
    boolean fits = presence.digest(alive.pod()).equals(alive.digest());
    if (known(alive.pod()).mustBeAsked(fits)) {
      topic.tell(new PresenceEvent.Hello(topic.pod(), alive.pod()));
    }
  }

  void hello(PresenceEvent.Hello hello) {
    if (hello.to() == null || hello.to().equals(topic.pod())) {
      presence.introduceSoon();
    }
  }

  synchronized void state(PresenceEvent.State state) {
    known(state.pod()).take(state).ifPresent(places -> presence.replace(state.pod(), places));
  }

  synchronized void gone(String pod) {
    pods.remove(pod);
    presence.replace(pod, List.of());
  }

  /** Takes the users of pods offline that have been silent too long. */
  synchronized void expire(Instant now) {
    if (deaf(now)) {
      return;
    }
    List<String> silent = pods.keySet().stream().filter(pod -> pods.get(pod).silent(now)).toList();
    for (String pod : silent) {
      LOG.infof("pod silent, its users are offline pod=%s", pod);
      gone(pod);
    }
  }

  private OtherPod known(String pod) {
    return pods.computeIfAbsent(pod, name -> new OtherPod());
  }
}
