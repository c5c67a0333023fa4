package org.andon.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.andon.e2e.traffic.Activity;
import org.andon.e2e.traffic.Api;
import org.andon.e2e.traffic.Api.Account;

/** Two thousand sockets come back at the same moment, each for what it has missed. */
final class ConnectionStorm implements Fault {
  private static final int SOCKETS = 2_000;
  private static final int ROOMS = 20;
  private static final int MISSED = 20;
  private static final long PATIENCE_SECONDS = 120;

  private final List<Returner> returners = new ArrayList<>();

  @Override
  public String name() {
    return "connection-storm";
  }

  @Override
  public String title() {
    return "2,000 sockets connect at the same moment, each resuming after %d messages"
        .formatted(MISSED);
  }

  @Override
  public Duration lasts() {
    return Duration.ZERO;
  }

  @Override
  public Set<Activity> touches() {
    return Set.of(Activity.MESSAGE, Activity.DELIVERY, Activity.NEWS);
  }

  @Override
  public void prepare(Scene scene) {
    Api api = new Api(scene.stack().gateway());
    List<Account> people =
        IntStream.rangeClosed(1, 50).mapToObj("op%02d"::formatted).map(api::signIn).toList();
    List<UUID> rooms =
        IntStream.range(0, ROOMS).mapToObj(i -> scene.traffic().createRoom()).toList();
    for (int i = 0; i < MISSED * ROOMS; i++) {
      Account sender = people.get(i % people.size());
      String path = "/api/rooms/" + rooms.get(i % ROOMS) + "/messages";
      assertThat(api.post(sender, path, Map.of("content", "missed")).problem()).isNull();
    }
    for (int i = 0; i < SOCKETS; i++) {
      returners.add(
          new Returner(api.base(), rooms.get(i % ROOMS), people.get(i % people.size()), MISSED));
    }
  }

  @Override
  public void strike(Scene scene) throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    CountDownLatch back = new CountDownLatch(SOCKETS);
    for (Returner returner : returners) {
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  start.await();
                  returner.comeBack();
                  back.countDown();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
    }
    long begun = System.nanoTime();
    start.countDown();
    assertThat(back.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("all are back").isTrue();
    scene.remark(
        "2,000 sockets have what they missed after %.1f s", (System.nanoTime() - begun) / 1e9);
    Map<String, Integer> refusals = new TreeMap<>();
    returners.forEach(
        returner -> returner.refusals().forEach(it -> refusals.merge(it, 1, Integer::sum)));
    refusals.forEach((what, count) -> scene.remark("`%s` %d times among them", what, count));
    assertThat(returners).allMatch(Returner::inOrder);
  }

  @Override
  public void cleanUp(Scene scene) {
    returners.forEach(Returner::leave);
    returners.clear();
  }

  @Override
  public String toString() {
    return name();
  }
}
