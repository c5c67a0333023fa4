package org.andon.e2e.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.andon.e2e.traffic.Api.Answer;

/** All that was seen during one fault. */
public final class Observations {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private static final Set<Activity> STEADY =
      Arrays.stream(Activity.values())
          .filter(Activity::isSteady)
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(Activity.class)));

  private final Queue<Observation> all = new ConcurrentLinkedQueue<>();

  void success(Activity activity, long began) {
    all.add(new Observation(activity, began, System.nanoTime(), null));
  }

  public void trouble(Activity activity, long began, String what) {
    all.add(new Observation(activity, began, System.nanoTime(), what));
  }

  /** Asks, and notes what came of it. */
  public Answer of(Activity activity, Supplier<Answer> request) {
    long began = System.nanoTime();
    Answer answer = request.get();
    all.add(new Observation(activity, began, System.nanoTime(), answer.problem()));
    return answer;
  }

  /** Troubles that ended later than this. */
  public List<Observation> troublesAfter(long moment) {
    return all.stream()
        .filter(it -> it.isTrouble() && it.ended() - moment >= 0)
        .sorted(Comparator.comparingLong(Observation::ended))
        .toList();
  }

  /** How long after this moment the last trouble ended. */
  public Duration lastTroubleAfter(long moment) {
    return troublesAfter(moment).stream()
        .map(it -> Duration.ofNanos(it.ended() - moment))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /** Waits until, for so long, everything has worked and nothing has failed. */
  public void awaitCalm(Duration calm) {
    long since = System.nanoTime();
    await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(
            () -> {
              long begin = System.nanoTime() - calm.toNanos();
              assertThat(begin - since).as("nanoseconds that have been looked at").isPositive();
              assertThat(unrest(begin)).as("what does not work").isEmpty();
            });
  }

  /** What has failed since then, and what has not succeeded. */
  private Set<String> unrest(long begin) {
    List<Observation> recent = all.stream().filter(it -> it.ended() - begin >= 0).toList();
    Set<Activity> idle = EnumSet.copyOf(STEADY);
    Set<String> unrest = new TreeSet<>();
    for (Observation it : recent) {
      if (it.isTrouble()) {
        unrest.add(it.activity().words() + ": " + it.trouble());
      } else {
        idle.remove(it.activity());
      }
    }
    idle.forEach(activity -> unrest.add(activity.words() + ": none"));
    return unrest;
  }
}
