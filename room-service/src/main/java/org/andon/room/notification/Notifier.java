package org.andon.room.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.room.notification.NotificationStore.Recipient;
import org.andon.room.notification.PushQueue.Due;

/** Tells people, each by the ways they have chosen. */
@ApplicationScoped
class Notifier {
  private final NotificationStore store;
  private final SettingsStore settings;
  private final PushQueue pushes;
  private final Event<Told> told;

  Notifier(NotificationStore store, SettingsStore settings, PushQueue pushes, Event<Told> told) {
    this.store = store;
    this.settings = settings;
    this.pushes = pushes;
    this.told = told;
  }

  /** New notifications; fired in the transaction that writes them. */
  record Told(Kind kind, List<UUID> notificationIds) {}

  /** Of the users, those that are members of the room. */
  @Transactional(TxType.MANDATORY)
  void tell(Occurrence occurrence, Collection<String> userIds) throws SQLException {
    if (userIds.isEmpty()) {
      return;
    }
    boolean critical = store.isCritical(occurrence.roomId());
    Map<String, Settings> wishes = settings.of(userIds);
    List<Recipient> recipients =
        userIds.stream()
            .map(userId -> recipient(userId, wishes.get(userId), occurrence, critical))
            .filter(it -> it.inFeed() || it.mailDue().isPresent() || it.pushDue().isPresent())
            .toList();
    Map<String, UUID> added = store.add(occurrence, recipients);
    if (!added.isEmpty()) {
      pushes.add(due(recipients, added));
      told.fire(new Told(occurrence.kind(), List.copyOf(added.values())));
    }
  }

  private static List<Due> due(List<Recipient> recipients, Map<String, UUID> added) {
    return recipients.stream()
        .filter(it -> it.pushDue().isPresent() && added.containsKey(it.userId()))
        .map(it -> new Due(added.get(it.userId()), it.userId(), it.pushDue().orElseThrow()))
        .toList();
  }

  private static Recipient recipient(
      String userId, Settings wishes, Occurrence occurrence, boolean critical) {
    Kind kind = occurrence.kind();
    return new Recipient(
        userId,
        wishes.ways(kind).feed(),
        wishes.mailDue(kind, critical, occurrence.at()),
        wishes.pushDue(kind, critical, occurrence.at()));
  }
}
