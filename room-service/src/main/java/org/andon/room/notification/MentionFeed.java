package org.andon.room.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.andon.contracts.UserMentioned;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Tells people where they were mentioned. */
@ApplicationScoped
class MentionFeed {
  private static final Logger LOG = Logger.getLogger(MentionFeed.class);

  private final Notifier notifier;
  private final ObjectMapper json;

  MentionFeed(Notifier notifier, ObjectMapper json) {
    this.notifier = notifier;
    this.json = json;
  }

  @Incoming("mentions")
  @Blocking
  @Retry(maxRetries = -1, maxDuration = 0, delay = 1000, retryOn = Exception.class)
  @Transactional(rollbackOn = SQLException.class)
  void hear(ConsumerRecords<String, byte[]> records) throws SQLException {
    for (ConsumerRecord<String, byte[]> record : records) {
      Occurrence occurrence;
      try {
        occurrence = occurrence(record);
      } catch (IOException | IllegalArgumentException e) {
        LOG.warnf("foreign record skipped: topic=%s offset=%d", record.topic(), record.offset());
        continue;
      }
      notifier.tell(occurrence, List.of(record.key()));
    }
  }

  private Occurrence occurrence(ConsumerRecord<String, byte[]> record) throws IOException {
    HeardEvent event = HeardEvent.of(record);
    UserMentioned mention = json.readValue(event.data(), UserMentioned.class);
    return new Occurrence(
        event.id(),
        Kind.MENTION,
        HeardEvent.required(mention.roomId()),
        HeardEvent.required(mention.messageId()),
        mention.sequenceNumber(),
        HeardEvent.text(mention.senderId()),
        HeardEvent.text(mention.senderName()),
        HeardEvent.text(mention.excerpt()),
        Map.of(),
        event.time());
  }
}
