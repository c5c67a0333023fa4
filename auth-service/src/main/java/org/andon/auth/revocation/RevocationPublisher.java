package org.andon.auth.revocation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Publishes revocations as soon as a transaction of this pod has committed, and at every sweep:
 * what another pod left behind, or what Kafka did not take before. One thread, one path for both.
 */
@ApplicationScoped
class RevocationPublisher {

  private static final Logger LOG = Logger.getLogger(RevocationPublisher.class);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

  private final PendingRevocations pending;
  private final EventProducer producer;
  private final RevocationConfig config;
  private final Clock clock;
  private final Semaphore nudges = new Semaphore(0);
  private volatile boolean stopping;
  private volatile Instant lastTurn;
  private Thread loop;

  RevocationPublisher(
      PendingRevocations pending, EventProducer producer, RevocationConfig config, Clock clock) {
    this.pending = pending;
    this.producer = producer;
    this.config = config;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    lastTurn = clock.instant();
    loop = Thread.ofVirtual().name("revocation-publisher").start(this::run);
  }

  void nudge(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionEnded ended) {
    nudges.release();
  }

  // Joined rather than interrupted: an interrupt would break the database connection in use.
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    nudges.release();
    if (!loop.join(STOP_TIMEOUT)) {
      LOG.warn("revocation-publisher still waits for Kafka; another pod will publish what is left");
    }
  }

  /**
   * When the loop last began a batch; also with Kafka or the database away it does, again and
   * again.
   */
  Instant lastTurn() {
    return lastTurn;
  }

  private void run() {
    connect();
    while (!stopping) {
      try {
        nudges.tryAcquire(config.sweepInterval().toMillis(), TimeUnit.MILLISECONDS);
        nudges.drainPermits();
        publishAll();
      } catch (InterruptedException e) {
        return;
      } catch (Throwable e) {
        // An Error too: what ends this thread keeps every revocation from everybody for good.
        LOG.warnf("revocations wait: reason=%s", e.toString());
      }
    }
  }

  private void connect() {
    try {
      producer.connect();
    } catch (KafkaException e) {
      LOG.warnf("Kafka does not answer yet: reason=%s", e.toString());
    }
  }

  private void publishAll() {
    int published;
    do {
      published = publishBatch();
    } while (published > 0 && !stopping);
  }

  /** How many got through; 0 when nothing waits, or Kafka takes nothing. */
  private int publishBatch() {
    lastTurn = clock.instant();
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              var batch = pending.reserve(config.batchSize());
              if (batch.isEmpty()) {
                return 0;
              }
              var published = acknowledged(batch, send(batch));
              pending.published(published);
              return published.size();
            });
  }

  /** One whose tokens have all expired is as good as published. */
  private List<Future<RecordMetadata>> send(List<PendingRevocation> batch) {
    var now = clock.instant();
    List<Future<RecordMetadata>> sent = new ArrayList<>(batch.size());
    try {
      for (var revocation : batch) {
        boolean matters = revocation.event().until().isAfter(now);
        sent.add(matters ? producer.send(revocation) : CompletableFuture.completedFuture(null));
      }
    } catch (KafkaException e) {
      LOG.warnf("revocations wait: reason=%s", e.toString());
    }
    return sent;
  }

  /** Waits for every answer, also after a failure. */
  private static List<UUID> acknowledged(
      List<PendingRevocation> batch, List<Future<RecordMetadata>> sent)
      throws InterruptedException {
    List<UUID> published = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      var sessionId = batch.get(i).event().sid();
      try {
        sent.get(i).get();
        published.add(sessionId);
      } catch (ExecutionException e) {
        LOG.warnf("revocation waits: session_id=%s reason=%s", sessionId, e.getCause().toString());
      }
    }
    return published;
  }
}
