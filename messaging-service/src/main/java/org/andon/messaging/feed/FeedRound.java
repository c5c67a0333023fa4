package org.andon.messaging.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.andon.contracts.IncidentRoom;
import org.andon.contracts.RoomEvent;
import org.andon.messaging.reading.Reader;
import org.andon.messaging.reading.Unread;
import org.andon.messaging.reading.UnreadRoom;
import org.jboss.logging.Logger;

/** Tells the feeds what there is to tell: one frame of each kind for a room. */
@ApplicationScoped
class FeedRound {
  private static final Logger LOG = Logger.getLogger(FeedRound.class);
  private static final String ADMIN = "ADMIN";

  private final Unread unread;
  private final ObjectMapper json;

  FeedRound(Unread unread, ObjectMapper json) {
    this.unread = unread;
    this.json = json;
  }

  /** False if the database was away: then what is left is among the news again. */
  boolean tell(News news, Audience audience) {
    News.Round round = news.take();
    round.changed().values().forEach(event -> tellOfRoom(event, audience));
    Set<Reader> readers = readers(round, audience);
    try {
      Map<Reader, UnreadRoom> counted = readers.isEmpty() ? Map.of() : unread.of(readers);
      readers.forEach(
          reader ->
              audience
                  .user(reader.userId())
                  .ifPresent(
                      user ->
                          tellOfMessages(
                              user,
                              Optional.ofNullable(counted.get(reader)),
                              round.mentioned().get(reader))));
      return true;
    } catch (SQLException e) {
      LOG.warnf("unread messages not counted, tried again soon: %s", e.getMessage());
      readers.forEach(news::moved);
      round.mentioned().forEach(news::mentioned);
      return false;
    }
  }

  private Set<Reader> readers(News.Round round, Audience audience) {
    Set<Reader> readers = new HashSet<>(round.readers());
    readers.addAll(round.mentioned().keySet());
    for (UUID roomId : round.rooms()) {
      audience.of(roomId).stream()
          .filter(user -> !user.toldOf(roomId, unread.limit()))
          .forEach(user -> readers.add(new Reader(roomId, user.userId())));
    }
    return readers;
  }

  /**
   * @param figures empty for somebody who is no member any more: told nothing, whatever was noted
   */
  private void tellOfMessages(FeedUser user, Optional<UnreadRoom> figures, FeedFrame mentioned) {
    if (figures.isEmpty()) {
      return;
    }
    if (mentioned != null) {
      send(user, mentioned);
    }
    if (user.isNews(figures.get())) {
      send(user, FeedFrame.unread(figures.get()));
    }
  }

  private void tellOfRoom(RoomEvent event, Audience audience) {
    IncidentRoom room = event.room();
    for (FeedUser user : audience.of(room.roomId())) {
      Optional<String> role = room.deletedAt() == null ? roleIn(room, user) : Optional.empty();
      if (role.isPresent()) {
        send(user, FeedFrame.roomChanged(room, role.get(), event.version()));
      } else {
        audience.remove(user, room.roomId());
        send(user, FeedFrame.roomRemoved(room.roomId()));
      }
    }
  }

  private static Optional<String> roleIn(IncidentRoom room, FeedUser user) {
    return room.members().stream()
        .filter(member -> member.userId().equals(user.userId()))
        .map(member -> user.admin() ? ADMIN : member.role())
        .findFirst();
  }

  private void send(FeedUser user, FeedFrame frame) {
    try {
      user.send(json.writeValueAsBytes(frame));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
