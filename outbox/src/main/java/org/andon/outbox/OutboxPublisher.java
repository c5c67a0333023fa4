package org.andon.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Publishes pending events as soon as a transaction of this pod has committed, and at every sweep:
 * what another pod left behind, or what Kafka did not take before. One thread, one path for both.
 */
@ApplicationScoped
class OutboxPublisher {
  private static final Logger LOG = Logger.getLogger(OutboxPublisher.class);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

  private final Outbox<?> outbox;
  private final EventProducer producer;
  private final Sending sending;
  private final OutboxConfig config;
  private final Semaphore nudges = new Semaphore(0);
  private final Loop loop = new Loop("outbox-publisher", Thread.ofVirtual(), this::publish);

  OutboxPublisher(Outbox<?> outbox, EventProducer producer, OutboxConfig config) {
    this.outbox = outbox;
    this.producer = producer;
    this.sending = new Sending(producer);
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    Thread.startVirtualThread(this::connect);
    loop.start();
  }

  private void connect() {
    try {
      producer.connect(outbox.topic());
    } catch (KafkaException e) {
      LOG.warnf("Kafka does not answer yet: reason=%s", e.toString());
    }
  }

  void nudge(@Observes(during = TransactionPhase.AFTER_SUCCESS) EventWritten written) {
    nudges.release();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    loop.stop();
    nudges.release();
    if (!loop.join(STOP_TIMEOUT)) {
      LOG.warn("outbox-publisher still waits for Kafka; another pod will publish what is left");
    }
  }

  /** A loop that is not stuck turns again and again, also with Kafka or the database away. */
  Duration sinceTurned() {
    return loop.sinceTurned();
  }

  private void publish(Loop turning) throws InterruptedException {
    nudges.tryAcquire(config.sweepInterval().toMillis(), TimeUnit.MILLISECONDS);
    nudges.drainPermits();
    int published;
    do {
      turning.turned();
      published = publishBatch(outbox);
    } while (published > 0 && !turning.isStopping());
  }

  /** How many got through; 0 when nothing waits, or Kafka takes nothing. */
  private <E extends PendingEvent> int publishBatch(Outbox<E> pending) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              List<E> batch =
                  pending.reserve(config.batchSize(), config.batchBytes().asLongValue());
              List<E> published = sending.send(pending.topic(), batch);
              if (!published.isEmpty()) {
                pending.published(published);
              }
              return published.size();
            });
  }
}
