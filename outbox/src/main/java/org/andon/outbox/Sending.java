package org.andon.outbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;

/** Sends events, and waits until Kafka has them. */
final class Sending {
  private static final Logger LOG = Logger.getLogger(Sending.class);

  private final EventProducer producer;

  Sending(EventProducer producer) {
    this.producer = producer;
  }

  /** Those that Kafka has acknowledged, in their order; of a key none after one that it has not. */
  <E extends PendingEvent> List<E> send(String topic, List<E> batch) throws InterruptedException {
    return acknowledged(batch, begin(topic, batch));
  }

  /** Stops at what Kafka does not even begin to take: each event after it would wait as long. */
  private List<Future<?>> begin(String topic, List<? extends PendingEvent> batch) {
    List<Future<?>> begun = new ArrayList<>(batch.size());
    for (PendingEvent pending : batch) {
      Future<?> sent = producer.send(topic, pending.key(), pending.event());
      begun.add(sent);
      if (sent.state() == Future.State.FAILED) {
        break;
      }
    }
    return begun;
  }

  /** Waits for every answer, also after a failure: nothing of ours may arrive once we let go. */
  private static <E extends PendingEvent> List<E> acknowledged(List<E> batch, List<Future<?>> begun)
      throws InterruptedException {
    List<E> acknowledged = new ArrayList<>(begun.size());
    Set<String> failed = new HashSet<>();
    for (int i = 0; i < begun.size(); i++) {
      E pending = batch.get(i);
      try {
        begun.get(i).get();
        if (!failed.contains(pending.key())) {
          acknowledged.add(pending);
        }
      } catch (ExecutionException e) {
        if (failed.add(pending.key())) {
          LOG.warnf(
              "event waits: id=%s type=%s reason=%s",
              pending.event().id(), pending.event().type(), e.getCause().toString());
        }
      }
    }
    return acknowledged;
  }
}
