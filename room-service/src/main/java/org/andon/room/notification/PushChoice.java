package org.andon.room.notification;

import static java.util.Comparator.comparing;
import static java.util.function.BinaryOperator.maxBy;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.andon.room.notification.NotificationList.Addressed;
import org.andon.room.notification.PushQueue.Delivery;
import org.andon.room.push.Subscription;
import org.andon.room.push.SubscriptionStore;

/** Which of the notifications that are due are still worth a push. */
@ApplicationScoped
class PushChoice {
  private final NotificationList notifications;
  private final SubscriptionStore subscriptions;
  private final SettingsStore settings;

  PushChoice(
      NotificationList notifications, SubscriptionStore subscriptions, SettingsStore settings) {
    this.notifications = notifications;
    this.subscriptions = subscriptions;
    this.settings = settings;
  }

  /** A browser shows one notification of a room at a time. */
  private record Place(UUID subscriptionId, UUID roomId) {}

  /**
   * Not what was read or is unwanted meanwhile, is about a room one has left, or would be shown to
   * another.
   */
  Collection<Push> of(List<Delivery> due) throws SQLException {
    Map<UUID, Addressed> told =
        notifications.of(distinct(due, Delivery::notificationId)).stream()
            .filter(it -> it.notification().readAt() == null)
            .collect(toMap(it -> it.notification().notificationId(), identity()));
    Map<UUID, Subscription> browsers = subscriptions.of(distinct(due, Delivery::subscriptionId));
    Map<String, Settings> wishes = settings.of(distinct(browsers.values(), Subscription::userId));
    return due.stream()
        .flatMap(it -> push(it, told, browsers, wishes).stream())
        .collect(toMap(PushChoice::place, identity(), maxBy(comparing(PushChoice::order))))
        .values();
  }

  private static Optional<Push> push(
      Delivery delivery,
      Map<UUID, Addressed> told,
      Map<UUID, Subscription> browsers,
      Map<String, Settings> wishes) {
    Addressed addressed = told.get(delivery.notificationId());
    Subscription browser = browsers.get(delivery.subscriptionId());
    if (addressed == null || browser == null || !addressed.userId().equals(browser.userId())) {
      return Optional.empty();
    }
    Settings wanted = wishes.get(browser.userId());
    if (!wanted.ways(addressed.notification().kind()).push()) {
      return Optional.empty();
    }
    Language language = browser.language().map(Language::of).orElse(wanted.language());
    return Optional.of(new Push(delivery, browser, addressed.notification(), language));
  }

  private static Place place(Push push) {
    return new Place(push.to().subscriptionId(), push.notification().roomId());
  }

  private static UUID order(Push push) {
    return push.notification().notificationId();
  }

  private static <T, K> List<K> distinct(Collection<T> all, Function<T, K> key) {
    return all.stream().map(key).distinct().toList();
  }
}
