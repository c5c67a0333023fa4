package org.andon.room.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.andon.room.notification.PushQueue.Delivery;
import org.andon.room.push.PushMessage;
import org.andon.room.push.PushOutcome;
import org.andon.room.push.PushSender;
import org.andon.room.push.SubscriptionStore;
import org.jboss.logging.Logger;

/** Pushes what is due to people's browsers, again while a push service is away. */
@ApplicationScoped
class PushPost {
  private static final Logger LOG = Logger.getLogger(PushPost.class);

  private final PushQueue queue;
  private final PushChoice choice;
  private final SubscriptionStore subscriptions;
  private final PushSender sender;
  private final PushMeters meters;
  private final PushQueueConfig config;
  private final ObjectMapper json;

  PushPost(
      PushQueue queue,
      PushChoice choice,
      SubscriptionStore subscriptions,
      PushSender sender,
      PushMeters meters,
      PushQueueConfig config,
      ObjectMapper json) {
    this.queue = queue;
    this.choice = choice;
    this.subscriptions = subscriptions;
    this.sender = sender;
    this.meters = meters;
    this.config = config;
    this.json = json;
  }

  @Scheduled(
      every = "{andon.notification.push.check-every}",
      concurrentExecution = ConcurrentExecution.SKIP,
      skipExecutionIf = ApplicationNotRunning.class)
  @RunOnVirtualThread
  void send() throws SQLException {
    List<Delivery> taken = sender.enabled() ? queue.take() : List.of();
    if (taken.isEmpty()) {
      return;
    }
    Collection<Push> pushes = choice.of(inTime(taken));
    List<Delivery> idle = new ArrayList<>(taken);
    idle.removeAll(pushes.stream().map(Push::delivery).toList());
    queue.settle(idle);
    try (ExecutorService senders =
        Executors.newFixedThreadPool(config.concurrency(), Thread.ofVirtual().factory())) {
      pushes.forEach(push -> senders.execute(() -> send(push)));
    }
  }

  /** After a night with the push service away, nobody wants to be told of the evening. */
  private List<Delivery> inTime(List<Delivery> taken) {
    Instant now = Instant.now();
    List<Delivery> inTime = taken.stream().filter(it -> it.expiresAt().isAfter(now)).toList();
    meters.givenUp(taken.size() - inTime.size());
    return inTime;
  }

  /** What fails here is taken up again later, by whichever pod. */
  private void send(Push push) {
    try {
      settle(push, sender.send(push.to(), message(push)));
    } catch (SQLException | JsonProcessingException | RuntimeException e) {
      LOG.warnf("not pushed: subscription_id=%s reason=%s", push.to(), e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private PushMessage message(Push push) throws JsonProcessingException {
    NotificationView notification = push.notification();
    return new PushMessage(
        notification.roomId(),
        notification.severity(),
        json.writeValueAsBytes(PushPayload.of(notification, push.language())),
        push.delivery().expiresAt());
  }

  private void settle(Push push, PushOutcome outcome) throws SQLException {
    meters.count(outcome);
    switch (outcome) {
      case PushOutcome.Sent sent -> queue.settle(List.of(push.delivery()));
      case PushOutcome.Gone gone -> subscriptions.remove(push.to().subscriptionId());
      case PushOutcome.Refused refused -> {
        say(push, refused.reason());
        queue.settle(List.of(push.delivery()));
      }
      case PushOutcome.Failed failed -> {
        say(push, failed.reason());
        if (!queue.postpone(push.delivery(), failed.retryAfter())) {
          meters.givenUp(1);
        }
      }
    }
  }

  /** The host alone: the address is as good as a key. */
  private static void say(Push push, String reason) {
    LOG.warnf(
        "not pushed: subscription_id=%s host=%s reason=%s",
        push.to(), push.to().endpoint().getHost(), reason);
  }
}
