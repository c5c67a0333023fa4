package org.andon.messaging.room;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Those who listen to a room, by the executor that serves them: one task on each reaches all. Not
 * thread-safe, but for what {@link #tell} has started.
 */
final class Subscribers {
  private static final Logger LOG = Logger.getLogger(Subscribers.class);

  private final Set<Subscriber> all = new LinkedHashSet<>();

  /** Never changed in place: a task that is under way goes on with what it began. */
  private final Map<Executor, Subscriber[]> byExecutor = new HashMap<>();

  void add(Subscriber subscriber) {
    if (all.add(subscriber)) {
      byExecutor.merge(
          subscriber.executor(),
          new Subscriber[] {subscriber},
          (known, added) -> {
            Subscriber[] more = Arrays.copyOf(known, known.length + 1);
            more[known.length] = subscriber;
            return more;
          });
    }
  }

  void remove(Subscriber subscriber) {
    if (all.remove(subscriber)) {
      byExecutor.computeIfPresent(
          subscriber.executor(),
          (executor, known) -> {
            Subscriber[] fewer =
                Arrays.stream(known).filter(s -> s != subscriber).toArray(Subscriber[]::new);
            return fewer.length == 0 ? null : fewer;
          });
    }
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Does something with each, where it belongs; calls back once, when all have been reached. */
  void tell(Consumer<Subscriber> action, Runnable done) {
    // One more than there are executors, so that it is called back at the end of this, too.
    AtomicInteger left = new AtomicInteger(byExecutor.size() + 1);
    Runnable oneDone =
        () -> {
          if (left.decrementAndGet() == 0) {
            done.run();
          }
        };
    byExecutor.forEach((executor, group) -> tell(executor, group, action, oneDone));
    oneDone.run();
  }

  /** Whatever befalls one must not keep the others from hearing. */
  private static void reach(Subscriber subscriber, Consumer<Subscriber> action) {
    try {
      action.accept(subscriber);
    } catch (RuntimeException e) {
      LOG.errorf(e, "a subscriber was not reached user_id=%s", subscriber.userId());
    }
  }

  private static void tell(
      Executor executor, Subscriber[] group, Consumer<Subscriber> action, Runnable done) {
    try {
      executor.execute(
          () -> {
            try {
              for (Subscriber subscriber : group) {
                reach(subscriber, action);
              }
            } finally {
              done.run();
            }
          });
    } catch (RejectedExecutionException stopping) {
      done.run();
    }
  }
}
