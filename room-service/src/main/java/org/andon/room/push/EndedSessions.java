package org.andon.room.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Whoever has signed out of a browser, or was signed out of it, is told nothing there any more. */
@ApplicationScoped
class EndedSessions {
  private static final Logger LOG = Logger.getLogger(EndedSessions.class);

  private final SubscriptionStore subscriptions;
  private final ObjectMapper json;

  EndedSessions(SubscriptionStore subscriptions, ObjectMapper json) {
    this.subscriptions = subscriptions;
    this.json = json;
  }

  @Incoming("ended-sessions")
  @Blocking
  @Retry(maxRetries = -1, maxDuration = 0, delay = 1000, retryOn = Exception.class)
  void hear(ConsumerRecords<String, byte[]> records) throws SQLException {
    List<String> sessionIds = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      try {
        JsonNode session = json.readTree(record.value());
        sessionIds.add(session.required("sid").asText());
      } catch (IOException | IllegalArgumentException e) {
        LOG.warnf("foreign record skipped: topic=%s offset=%d", record.topic(), record.offset());
      }
    }
    subscriptions.removeOfSessions(sessionIds);
  }
}
