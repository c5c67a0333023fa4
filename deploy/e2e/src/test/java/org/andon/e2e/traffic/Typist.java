package org.andon.e2e.traffic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.e2e.traffic.Api.Account;
import org.andon.e2e.traffic.Api.Answer;

/** An owner who gives the room a new title twice a second, and looks at its history. */
final class Typist implements Participant {
  private static final Duration BETWEEN = Duration.ofMillis(500);

  private final Api api;
  private final UUID room;
  private final Account account;
  private final Observations observations;
  private final List<String> titles = new ArrayList<>();

  Typist(Api api, UUID room, Account account, Observations observations) {
    this.api = api;
    this.room = room;
    this.account = account;
    this.observations = observations;
  }

  @Override
  public void act() throws InterruptedException {
    String title = Moment.mark(System.nanoTime());
    Answer change =
        observations.of(
            Activity.ROOM, () -> api.patch(account, "/api/rooms/" + room, Map.of("title", title)));
    if (change.ok()) {
      synchronized (this) {
        titles.add(title);
      }
    }
    observations.of(
        Activity.HISTORY, () -> api.get(account, "/api/rooms/" + room + "/messages?limit=10"));
    Pace.pause(BETWEEN);
  }

  /** Those that were answered with success. */
  synchronized List<String> titles() {
    return List.copyOf(titles);
  }
}
