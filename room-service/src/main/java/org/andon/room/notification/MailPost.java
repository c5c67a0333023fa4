package org.andon.room.notification;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.room.notification.NotificationList.Addressed;
import org.jboss.logging.Logger;

/** Sends people what is due by mail: one mail each, tried again while the server is away. */
@ApplicationScoped
class MailPost {
  private static final Logger LOG = Logger.getLogger(MailPost.class);

  private final MailQueue queue;
  private final NotificationList notifications;
  private final SettingsStore settings;
  private final MailText text;
  private final ReactiveMailer mailer;
  private final MailMeters meters;
  private final MailConfig config;

  MailPost(
      MailQueue queue,
      NotificationList notifications,
      SettingsStore settings,
      MailText text,
      ReactiveMailer mailer,
      MailMeters meters,
      MailConfig config) {
    this.queue = queue;
    this.notifications = notifications;
    this.settings = settings;
    this.text = text;
    this.mailer = mailer;
    this.meters = meters;
    this.config = config;
  }

  @Scheduled(
      every = "{andon.notification.mail.check-every}",
      concurrentExecution = ConcurrentExecution.SKIP,
      skipExecutionIf = ApplicationNotRunning.class)
  @RunOnVirtualThread
  void send() throws SQLException {
    if (config.enabled()) {
      for (Map.Entry<String, List<UUID>> due : queue.take().entrySet()) {
        send(due.getKey(), due.getValue());
      }
    }
  }

  /** A user id is the person's mail address; one that is none has no mail. */
  private void send(String userId, List<UUID> due) throws SQLException {
    List<NotificationView> shown =
        notifications.of(due).stream().map(Addressed::notification).toList();
    if (shown.isEmpty() || !userId.contains("@")) {
      queue.settle(due);
      return;
    }
    Language language = settings.of(userId).language();
    try {
      mailer
          .send(
              Mail.withText(userId, text.subject(shown, language), text.body(shown, language))
                  .setFrom(config.from().orElseThrow()))
          .await()
          .atMost(config.timeout());
    } catch (RuntimeException e) {
      LOG.warnf("mail not sent: user_id=%s reason=%s", userId, e.toString());
      meters.failed();
      queue.postpone(due);
      return;
    }
    meters.sent();
    queue.settle(due);
  }
}
