package org.andon.room.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Mails about notifications; the server they go over is {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "andon.notification.mail")
interface MailConfig {
  /** Who the mails are from; none for no mails at all. */
  Optional<String> from();

  /** The gateway as people see it: links in mails begin with it. */
  String publicUrl();

  /** How often is looked for mails that are due; what came meanwhile goes into one. */
  @WithDefault("15s")
  Duration checkEvery();

  /** People who get a mail in one go. */
  @WithDefault("20")
  int batch();

  /** Notifications listed in one mail; of more it says so, and the app has them. */
  @WithDefault("50")
  int listed();

  /** How long the server may take for one mail; one that falls silent must not hold up the rest. */
  @WithDefault("20s")
  Duration timeout();

  /** How often one mail is tried: with doubled waits some nine hours, a night. */
  @WithDefault("10")
  int attempts();

  /** How long after the first failure it is tried again; doubled each time. */
  @WithDefault("1m")
  Duration retryAfter();

  /**
   * After how long another pod takes over what one has begun to send; longer than a slow server
   * takes for a batch.
   */
  @WithDefault("10m")
  Duration takenOverAfter();

  default boolean enabled() {
    return from().isPresent();
  }
}
