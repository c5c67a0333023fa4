package org.andon.messaging.message;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.andon.messaging.message.ReactionStore.Reaction;

/**
 * The messages that a batch of commands is about, as they are while the rooms' locks are held: what
 * one command changes, the next one sees.
 */
final class Targets {
  private final Map<UUID, Message> messages = new HashMap<>();
  private final Map<UUID, LinkedHashMap<String, Integer>> counts = new HashMap<>();
  private final Set<Reaction> presentBefore;
  private final Set<Reaction> present;
  private final Map<UUID, Message> changed = new LinkedHashMap<>();
  private final Map<Reaction, Long> touched = new LinkedHashMap<>();

  private Targets(List<Message> messages, Set<Reaction> present) {
    messages.forEach(message -> this.messages.put(message.messageId(), message));
    this.presentBefore = Set.copyOf(present);
    this.present = new HashSet<>(present);
  }

  static Targets of(Connection connection, Collection<RoomCommand> commands) throws SQLException {
    Set<UUID> ids = new HashSet<>();
    Set<Reaction> reactions = new HashSet<>();
    for (RoomCommand command : commands) {
      switch (command) {
        case RoomCommand.Post post -> {
          if (post.replyTo() != null) {
            ids.add(post.replyTo());
          }
        }
        case RoomCommand.Edit edit -> ids.add(edit.messageId());
        case RoomCommand.Delete delete -> ids.add(delete.messageId());
        case RoomCommand.SetMark mark -> ids.add(mark.messageId());
        case RoomCommand.React react -> {
          ids.add(react.messageId());
          reactions.add(reaction(react));
        }
        case RoomCommand.RecordEvent event -> {}
      }
    }
    Targets targets =
        new Targets(
            MessageStore.byIds(connection, ids), ReactionStore.present(connection, reactions));
    targets.count(connection, reactions);
    return targets;
  }

  private void count(Connection connection, Set<Reaction> reactions) throws SQLException {
    List<UUID> reacted = reactions.stream().map(Reaction::messageId).distinct().toList();
    reacted.forEach(id -> counts.put(id, new LinkedHashMap<>()));
    ReactionStore.tallies(connection, reacted, "")
        .forEach((id, tallies) -> tallies.forEach(t -> counts.get(id).put(t.emoji(), t.count())));
  }

  private static Reaction reaction(RoomCommand.React react) {
    return new Reaction(react.messageId(), react.emoji(), react.userId());
  }

  /** A message of the room; of another room's none is known. */
  Optional<Message> find(UUID roomId, UUID messageId) {
    return Optional.ofNullable(messages.get(messageId)).filter(m -> m.roomId().equals(roomId));
  }

  void replace(Message message) {
    messages.put(message.messageId(), message);
    changed.put(message.messageId(), message);
  }

  boolean present(RoomCommand.React react) {
    return present.contains(reaction(react));
  }

  /** How many different emoji a message has. */
  int emojiOn(UUID messageId) {
    return counts.get(messageId).size();
  }

  boolean has(UUID messageId, String emoji) {
    return counts.get(messageId).containsKey(emoji);
  }

  /** Sets or takes back a reaction; returns the counts after it. */
  Map<String, Integer> react(RoomCommand.React react, long number) {
    Reaction reaction = reaction(react);
    touched.put(reaction, number);
    LinkedHashMap<String, Integer> ofMessage = counts.get(react.messageId());
    if (react.present()) {
      present.add(reaction);
      ofMessage.merge(react.emoji(), 1, Integer::sum);
    } else {
      present.remove(reaction);
      ofMessage.computeIfPresent(react.emoji(), (emoji, count) -> count > 1 ? count - 1 : null);
    }
    return new LinkedHashMap<>(ofMessage);
  }

  /** Messages that were edited or deleted, as they are in the end. */
  List<Message> changed() {
    return List.copyOf(changed.values());
  }

  void write(Connection connection) throws SQLException {
    if (!changed.isEmpty()) {
      MessageStore.update(connection, changed.values());
    }
    Map<Reaction, Long> added = new LinkedHashMap<>();
    List<Reaction> removed = new ArrayList<>();
    touched.forEach(
        (reaction, number) -> {
          boolean before = presentBefore.contains(reaction);
          boolean now = present.contains(reaction);
          if (now && !before) {
            added.put(reaction, number);
          } else if (before && !now) {
            removed.add(reaction);
          }
        });
    ReactionStore.insert(connection, added);
    ReactionStore.delete(connection, removed);
  }
}
