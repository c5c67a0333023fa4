package org.andon.messaging.fanout;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.quarkus.arc.All;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Tells on other topics what messages mean. Made from what is on {@code incident.messages.v1},
 * where every committed event comes for certain: so these do, too, and a repeat has the same id.
 */
@ApplicationScoped
class DerivedEvents {
  private final EventProducer kafka;
  private final List<Derivation> derivations;

  DerivedEvents(EventProducer kafka, @All List<Derivation> derivations) {
    this.kafka = kafka;
    this.derivations = derivations;
  }

  /** One pod of all for each room. Goes on once Kafka has acknowledged all of it. */
  @Incoming("derived")
  @Blocking
  @Retry(maxRetries = -1, maxDuration = 0, delay = 1000, retryOn = Exception.class)
  void onRecords(ConsumerRecords<String, byte[]> records) throws SQLException, IOException {
    Map<Derivation, List<ConsumerRecord<String, byte[]>>> concerned = new LinkedHashMap<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      if (record.value() != null) {
        String frame = new String(record.value(), ISO_8859_1);
        derivations.stream()
            .filter(it -> it.mayConcern(frame))
            .forEach(it -> concerned.computeIfAbsent(it, key -> new ArrayList<>()).add(record));
      }
    }
    List<CompletableFuture<Void>> sent = new ArrayList<>();
    for (var it : concerned.entrySet()) {
      it.getKey().events(it.getValue()).forEach(event -> sent.add(kafka.send(event)));
    }
    sent.forEach(CompletableFuture::join);
  }
}
