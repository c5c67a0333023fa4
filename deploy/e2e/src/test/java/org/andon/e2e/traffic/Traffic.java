package org.andon.e2e.traffic;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.andon.e2e.traffic.Api.Account;

/** Everybody who works with the suite while one thing breaks: some forty things a second. */
public final class Traffic implements AutoCloseable {
  private static final int ROOMS = 3;
  private static final int SENDERS_IN_A_ROOM = 2;

  private final Suite suite;
  private final Api api;
  private final Account owner;
  private final Observations observations;
  private final List<TalkRoom> rooms;
  private final Filer filer;
  private final Outcast removedMember;
  private final Outcast endedSession;
  private final Crowd writers;
  private final Crowd listeners;

  private Traffic(Suite suite, Observations observations) {
    this.suite = suite;
    this.observations = observations;
    this.api = new Api(suite.gateway());
    this.owner = api.signIn("op01");
    this.rooms = IntStream.range(0, ROOMS).mapToObj(i -> room()).toList();
    UUID first = rooms.getFirst().id();
    this.filer = new Filer(api, first, api.signIn("op07"), observations);
    Supplier<URI> pod = () -> suite.messagingPods().getFirst();
    Account removed = api.signIn("op08");
    this.removedMember =
        new Outcast(
            api,
            pod,
            first,
            removed,
            () -> api.delete(owner, "/api/rooms/" + first + "/members/" + removed.userId()));
    Account ended = api.signIn("op09");
    Account other = api.signIn("op09");
    this.endedSession =
        new Outcast(
            api,
            pod,
            first,
            ended,
            () -> api.delete(other, "/api/auth/sessions/" + ended.sessionId()));
    this.listeners =
        new Crowd(
            Stream.concat(
                rooms.stream().flatMap(room -> room.receivers().stream()),
                Stream.of(removedMember, endedSession)));
    this.writers =
        new Crowd(
            Stream.concat(
                rooms.stream()
                    .flatMap(
                        room -> Stream.concat(room.senders().stream(), Stream.of(room.typist()))),
                Stream.of(
                    filer,
                    new Newcomer(api, "op10", observations),
                    new ReadinessWatch(suite::services, observations))));
  }

  public static Traffic start(Suite suite, Observations observations) {
    Traffic traffic = new Traffic(suite, observations);
    traffic.listeners.start();
    traffic.writers.start();
    return traffic;
  }

  private TalkRoom room() {
    UUID id = createRoom();
    List<Sender> senders = new ArrayList<>();
    for (int i = 0; i < SENDERS_IN_A_ROOM; i++) {
      senders.add(new Sender(api.base(), id, api.signIn("op0" + (2 + i)), observations));
    }
    List<Receiver> receivers = new ArrayList<>();
    for (int i = 0; i < suite.messagingPods().size(); i++) {
      int pod = i;
      receivers.add(receiver(() -> suite.messagingPods().get(pod), id, false));
    }
    receivers.add(receiver(api::base, id, true));
    return new TalkRoom(id, senders, receivers, new Typist(api, id, owner, observations));
  }

  private Receiver receiver(Supplier<URI> base, UUID room, boolean atGateway) {
    return new Receiver(base, room, api.signIn("op04"), atGateway, observations);
  }

  /** Of all operators, the first of whom owns it; with one message, that it was created. */
  public UUID createRoom() {
    UUID id =
        UUID.fromString(
            api.post(
                    owner,
                    "/api/rooms",
                    Map.of(
                        "title", "Line 3",
                        "incident_type", "equipment_failure",
                        "severity", "high",
                        "location", "Line 3",
                        "members",
                            IntStream.rangeClosed(2, 50)
                                .mapToObj("op%02d@plant.example"::formatted)
                                .map(user -> Map.of("user_id", user, "role", "EDITOR"))
                                .toList()))
                .json()
                .get("room_id")
                .asText());
    await()
        .atMost(Duration.ofSeconds(40))
        .until(
            () -> {
              var history = api.get(owner, "/api/rooms/" + id + "/messages");
              return history.ok() && history.json().get("items").size() == 1;
            });
    return id;
  }

  /** Who has made the rooms. */
  public Account owner() {
    return owner;
  }

  public List<UUID> roomIds() {
    return rooms.stream().map(TalkRoom::id).toList();
  }

  List<TalkRoom> rooms() {
    return rooms;
  }

  Filer filer() {
    return filer;
  }

  Outcast removedMember() {
    return removedMember;
  }

  /** How long somebody who was removed from the room stayed in it, once {@link #expel} was done. */
  public Duration removedMemberOutAfter() {
    return removedMember.putOutAfter();
  }

  Outcast endedSession() {
    return endedSession;
  }

  /** How long somebody whose session was ended stayed in. */
  public Duration endedSessionOutAfter() {
    return endedSession.putOutAfter();
  }

  /** Has two people put out, whenever that succeeds. */
  public void expel() {
    for (Outcast outcast : List.of(removedMember, endedSession)) {
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  outcast.expel();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
    }
  }

  /** Whoever writes finishes what is begun, and writes no more. */
  public void finishWriting() {
    writers.stop();
  }

  @Override
  public void close() {
    writers.leave();
    listeners.leave();
  }

  /** Several at once, each over and over. */
  private static final class Crowd {
    private final List<Participant> people;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicBoolean stopped = new AtomicBoolean();

    Crowd(Stream<? extends Participant> people) {
      this.people = people.map(Participant.class::cast).toList();
    }

    void start() {
      people.forEach(person -> threads.add(Thread.ofVirtual().start(() -> goOn(person))));
    }

    private void goOn(Participant person) {
      try {
        while (!stopped.get()) {
          person.act();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    void stop() {
      stopped.set(true);
      try {
        for (Thread thread : threads) {
          thread.join(Duration.ofSeconds(30));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    void leave() {
      stopped.set(true);
      people.forEach(Participant::leave);
      threads.forEach(Thread::interrupt);
    }
  }
}
