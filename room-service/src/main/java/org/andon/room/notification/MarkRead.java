package org.andon.room.notification;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Everything up to this one is read.
 *
 * @param notificationId the newest that was seen
 */
record MarkRead(@NotNull UUID notificationId) {}
