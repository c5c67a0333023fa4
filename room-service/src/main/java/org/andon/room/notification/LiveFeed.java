package org.andon.room.notification;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.SQLException;
import org.andon.contracts.TopicNames;
import org.andon.outbox.CloudEvent;
import org.andon.outbox.EventProducer;
import org.andon.room.notification.NotificationList.Addressed;
import org.andon.room.notification.Notifier.Told;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Shows notifications in open feeds as soon as they are committed. What is lost on the way is in
 * the list all the same.
 */
@ApplicationScoped
class LiveFeed {
  private static final Logger LOG = Logger.getLogger(LiveFeed.class);

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
          var unused =
              kafka.send(
                  TopicNames.NOTIFICATIONS, addressed.userId(), event(addressed.notification()));
        }
      }
    } catch (SQLException | JsonProcessingException | KafkaException e) {
      LOG.warnf("notifications not shown live: reason=%s", e.toString());
    }
  }

  private CloudEvent event(NotificationView notification) throws JsonProcessingException {
    return new CloudEvent(
        notification.notificationId().toString(),
        "andon.notification.created",
        notification.createdAt(),
        notification.roomId().toString(),
        json.writeValueAsString(new Frame("notification", notification)));
  }
}
