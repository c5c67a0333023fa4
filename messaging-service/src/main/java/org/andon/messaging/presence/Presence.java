package org.andon.messaging.presence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.andon.messaging.presence.PodPlaces.Digest;

/**
 * Who is in which room. Tells this pod's rooms who comes and goes on any pod, and the other pods
 * who does on this one. Its lock keeps what they are told in the order it happened.
 */
@ApplicationScoped
public class Presence {
  private final PresenceTracker tracker = new PresenceTracker();
  private final PresenceTopic topic;
  private final LocalRooms rooms;
  private final Typists typists;
  private final int placesPerRecord;
  private final Duration gather;
  private final int peoplePerGather;

  /** Open sockets on this pod. */
  private final Map<Seat, Integer> sockets = new HashMap<>();

  /** Rooms whose members do not have the present list yet, and since when. */
  private final Map<UUID, Instant> changed = new HashMap<>();

  private boolean asked;

  Presence(PresenceTopic topic, LocalRooms rooms, Typists typists, PresenceConfig config) {
    this.topic = topic;
    this.rooms = rooms;
    this.typists = typists;
    this.placesPerRecord = config.placesPerRecord();
    this.gather = config.gather();
    this.peoplePerGather = config.peoplePerGather();
  }

  /** A socket was opened. */
  public synchronized void joined(UUID roomId, OnlineUser user) {
    Place place = new Place(roomId, user);
    if (sockets.merge(place.seat(), 1, Integer::sum) == 1) {
      arrived(topic.pod(), List.of(place));
      topic.tell(new PresenceEvent.Joined(topic.pod(), roomId, user.userId(), user.displayName()));
    }
  }

  /** A socket was closed. */
  public synchronized void left(UUID roomId, OnlineUser user) {
    Seat seat = new Seat(roomId, user.userId());
    if (sockets.computeIfPresent(seat, (s, count) -> count > 1 ? count - 1 : null) == null) {
      typists.left(seat);
      departed(topic.pod(), List.of(seat));
      topic.tell(new PresenceEvent.Left(topic.pod(), roomId, user.userId()));
    }
  }

  public List<OnlineUser> online(UUID roomId) {
    return tracker.online(roomId);
  }

  synchronized void arrived(String pod, Collection<Place> places) {
    for (Place place : places) {
      if (tracker.arrived(pod, place)) {
        announce(place, EphemeralFrame.joined(place));
      }
    }
  }

  synchronized void departed(String pod, Collection<Seat> seats) {
    for (Seat seat : seats) {
      tracker.left(pod, seat).ifPresent(place -> announce(place, EphemeralFrame.left(place)));
    }
  }

  /** Takes what another pod holds for what was held of it. */
  synchronized void replace(String pod, Collection<Place> places) {
    Set<Seat> gone = tracker.on(pod).stream().map(Place::seat).collect(Collectors.toSet());
    places.forEach(place -> gone.remove(place.seat()));
    departed(pod, gone);
    arrived(pod, places);
  }

  private void announce(Place place, EphemeralFrame frame) {
    rooms.inform(frame, place.user().userId());
    changed.putIfAbsent(place.roomId(), Instant.now());
  }

  /** What is held of a pod. */
  Digest digest(String pod) {
    return tracker.digest(pod);
  }

  synchronized void heartbeat() {
    topic.tell(new PresenceEvent.Alive(topic.pod(), tracker.digest(topic.pod())));
  }

  /** Other pods want to know who is here: those who ask together are answered once. */
  synchronized void introduceSoon() {
    asked = true;
  }

  /** Says what has gathered: each changed room's list once, and this pod's state if asked. */
  synchronized void flush(Instant now) {
    changed.entrySet().removeIf(room -> toldIfDue(room.getKey(), room.getValue(), now));
    if (asked) {
      asked = false;
      introduce();
    }
  }

  /** The more people there are, the longer the list and the more often it goes out: they wait. */
  private boolean toldIfDue(UUID roomId, Instant since, Instant now) {
    List<OnlineUser> online = online(roomId);
    Duration patience = gather.multipliedBy(online.size() / peoplePerGather);
    if (now.isBefore(since.plus(patience))) {
      return false;
    }
    rooms.inform(EphemeralFrame.online(roomId, online), null);
    return true;
  }

  private void introduce() {
    List<Place> places = tracker.on(topic.pod());
    int parts = Math.max(1, Math.ceilDiv(places.size(), placesPerRecord));
    for (int part = 0; part < parts; part++) {
      int from = part * placesPerRecord;
      int to = Math.min(from + placesPerRecord, places.size());
      topic.tell(
          new PresenceEvent.State(topic.pod(), part, parts, List.copyOf(places.subList(from, to))));
    }
  }
}
