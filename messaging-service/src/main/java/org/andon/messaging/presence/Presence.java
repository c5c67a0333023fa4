package org.andon.messaging.presence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.messaging.MessagingConfig;
import org.andon.messaging.presence.PresenceEvent.Kind;
import org.andon.messaging.presence.PresenceTracker.Place;
import org.andon.messaging.room.RoomRegistry;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/** Tells this pod's rooms and the other pods who comes and goes. */
@ApplicationScoped
public class Presence {
  private static final Logger LOG = Logger.getLogger(Presence.class);

  private final PresenceTracker tracker = new PresenceTracker();
  private final PodLeases leases;
  private final RoomRegistry registry;
  private final ObjectMapper json;
  private final Emitter<byte[]> others;
  private final String pod;

  /** Open sockets on this pod. Its lock keeps what others are told in the order it happened. */
  private final Map<Socket, Integer> sockets = new HashMap<>();

  private record Socket(UUID roomId, String userId) {}

  Presence(
      RoomRegistry registry,
      ObjectMapper json,
      @Channel("presence-out") @OnOverflow(OnOverflow.Strategy.DROP) Emitter<byte[]> others,
      MessagingConfig config) {
    this.registry = registry;
    this.json = json;
    this.others = others;
    this.pod = config.podId();
    this.leases = new PodLeases(config.presence().timeToLive());
  }

  /** A socket was opened. */
  public void joined(UUID roomId, OnlineUser user) {
    synchronized (sockets) {
      if (sockets.merge(new Socket(roomId, user.userId()), 1, Integer::sum) == 1) {
        arrived(roomId, user, pod);
        tell(new PresenceEvent(Kind.JOINED, pod, roomId, user.userId(), user.displayName()));
      }
    }
  }

  /** A socket was closed. */
  public void left(UUID roomId, OnlineUser user) {
    synchronized (sockets) {
      Socket socket = new Socket(roomId, user.userId());
      if (sockets.computeIfPresent(socket, (s, count) -> count > 1 ? count - 1 : null) == null) {
        departed(roomId, user, pod);
        tell(new PresenceEvent(Kind.LEFT, pod, roomId, user.userId(), user.displayName()));
      }
    }
  }

  public List<OnlineUser> online(UUID roomId) {
    return tracker.online(roomId);
  }

  @Incoming("presence-in")
  @Blocking
  void onEvent(byte[] value) throws IOException {
    PresenceEvent event = json.readValue(value, PresenceEvent.class);
    if (event.pod().equals(pod)) {
      return;
    }
    boolean stranger = event.kind() != Kind.GONE && leases.renew(event.pod(), Instant.now());
    if (stranger) {
      greet();
    }
    synchronized (sockets) {
      handle(event);
    }
  }

  private void handle(PresenceEvent event) {
    switch (event.kind()) {
      case JOINED -> arrived(event.roomId(), user(event), event.pod());
      case LEFT -> departed(event.roomId(), user(event), event.pod());
      case HELLO -> introduceOurs();
      case ALIVE -> {}
      case GONE -> {
        leases.end(event.pod());
        podGone(event.pod());
      }
    }
  }

  /** Asks the others who is with them. */
  void greet() {
    tell(PresenceEvent.of(Kind.HELLO, pod));
  }

  private static OnlineUser user(PresenceEvent event) {
    return new OnlineUser(event.userId(), event.displayName());
  }

  private void introduceOurs() {
    for (Place place : tracker.on(pod)) {
      OnlineUser user = place.user();
      tell(new PresenceEvent(Kind.JOINED, pod, place.roomId(), user.userId(), user.displayName()));
    }
  }

  @Scheduled(
      every = "${andon.messaging.presence.heartbeat:10s}",
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  @RunOnVirtualThread
  void heartbeat() {
    tell(PresenceEvent.of(Kind.ALIVE, pod));
    for (String silent : leases.expire(Instant.now())) {
      LOG.infof("pod silent, its users are offline pod=%s", silent);
      synchronized (sockets) {
        podGone(silent);
      }
    }
  }

  void goodbye(@Observes @Priority(2) ShutdownEvent event) {
    tell(PresenceEvent.of(Kind.GONE, pod));
  }

  private void podGone(String gone) {
    tracker.podGone(gone).forEach(place -> announceDeparture(place.roomId(), place.user()));
  }

  private void arrived(UUID roomId, OnlineUser user, String onPod) {
    if (tracker.arrived(roomId, user, onPod)) {
      inform(roomId, user.userId(), PresenceFrame.joined(roomId, user, now()));
      inform(roomId, null, PresenceFrame.online(roomId, tracker.online(roomId)));
    }
  }

  private void departed(UUID roomId, OnlineUser user, String fromPod) {
    if (tracker.left(roomId, user.userId(), fromPod)) {
      announceDeparture(roomId, user);
    }
  }

  private void announceDeparture(UUID roomId, OnlineUser user) {
    inform(roomId, user.userId(), PresenceFrame.left(roomId, user, now()));
    inform(roomId, null, PresenceFrame.online(roomId, tracker.online(roomId)));
  }

  /** Sends a frame to a room's subscribers on this pod, but for one user. */
  private void inform(UUID roomId, String exceptUserId, PresenceFrame frame) {
    registry.inform(roomId, write(frame), exceptUserId);
  }

  private void tell(PresenceEvent event) {
    others.send(
        Message.of(write(event))
            .addMetadata(
                OutgoingKafkaRecordMetadata.<String>builder().withKey(event.key()).build()));
  }

  private byte[] write(Object value) {
    try {
      return json.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
