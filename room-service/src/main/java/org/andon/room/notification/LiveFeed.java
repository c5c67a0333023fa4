package org.andon.room.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.andon.contracts.CloudEventHeaders;
import org.andon.contracts.TopicNames;
import org.andon.room.notification.NotificationList.Addressed;
import org.andon.room.notification.Notifier.Told;
import org.andon.room.publishing.EventProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Shows notifications in open feeds as soon as they are committed. What is lost on the way is in
 * the list all the same.
 */
@ApplicationScoped
class LiveFeed {
  private static final Logger LOG = Logger.getLogger(LiveFeed.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

  private final NotificationList notifications;
  private final EventProducer kafka;
  private final ObjectMapper json;

  LiveFeed(NotificationList notifications, EventProducer kafka, ObjectMapper json) {
    this.notifications = notifications;
    this.kafka = kafka;
    this.json = json;
  }

  /** As on the socket. */
  private record Frame(String type, @JsonUnwrapped NotificationView notification) {}

  /** In a thread of its own: whoever changed a room does not wait for Kafka. */
  void announce(@Observes(during = TransactionPhase.AFTER_SUCCESS) Told told) {
    Thread.startVirtualThread(() -> tell(told));
  }

  private void tell(Told told) {
    try {
      for (Addressed addressed : notifications.of(told.notificationIds())) {
        if (addressed.inFeed()) {
          var unused = kafka.send(record(addressed));
        }
      }
    } catch (SQLException | JsonProcessingException | KafkaException e) {
      LOG.warnf("notifications not shown live: reason=%s", e.toString());
    }
  }

  private ProducerRecord<String, String> record(Addressed addressed)
      throws JsonProcessingException {
    NotificationView notification = addressed.notification();
    String frame = json.writeValueAsString(new Frame("notification", notification));
    var record = new ProducerRecord<>(TopicNames.NOTIFICATIONS, addressed.userId(), frame);
    Map.of(
            CloudEventHeaders.SPEC_VERSION,
            "1.0",
            CloudEventHeaders.ID,
            notification.notificationId().toString(),
            CloudEventHeaders.SOURCE,
            "/andon/room-service",
            CloudEventHeaders.TYPE,
            "andon.notification.created",
            CloudEventHeaders.TIME,
            TIME.format(notification.createdAt()),
            CloudEventHeaders.SUBJECT,
            notification.roomId().toString(),
            CloudEventHeaders.CONTENT_TYPE,
            "application/json")
        .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    return record;
  }
}
