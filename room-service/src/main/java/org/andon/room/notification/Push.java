package org.andon.room.notification;

import org.andon.room.notification.PushQueue.Delivery;
import org.andon.room.push.Subscription;

/** A notification that is to be shown in a browser now. */
record Push(Delivery delivery, Subscription to, NotificationView notification, Language language) {}
