package org.andon.messaging.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.andon.contracts.IncidentRoom;
import org.andon.contracts.RoomEvent;
import org.andon.messaging.pace.PacedTask;
import org.andon.messaging.reading.ReadWatcher;
import org.andon.messaging.reading.Reader;
import org.andon.messaging.room.RoomWatcher;

/**
 * The open feeds of this pod. What happens in their rooms is noted at once, and told together in
 * rounds. Rooms that nobody here has a feed for cost a look-up in a map.
 */
@ApplicationScoped
public class Feeds implements RoomWatcher, ReadWatcher {
  private static final Duration STOP_LIMIT = Duration.ofSeconds(1);

  private final Audience audience = new Audience();
  private final News news = new News();
  private final MemberRooms memberRooms;
  private final ObjectMapper json;
  private final FeedRound round;
  private final FeedConfig config;
  private final PacedTask rounds = new PacedTask("feeds", this::tell);

  Feeds(MemberRooms memberRooms, FeedRound round, ObjectMapper json, FeedConfig config) {
    this.memberRooms = memberRooms;
    this.json = json;
    this.round = round;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    rounds.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    rounds.stop(STOP_LIMIT);
  }

  /**
   * From now on the subscriber hears of the user's rooms. Blocks for a look-up.
   *
   * @throws SQLException if the database is away; then nothing was opened
   */
  public void open(FeedSubscriber subscriber) throws SQLException {
    // Joined first: of a room that the user is added to meanwhile, one or the other will tell.
    FeedUser user = audience.join(subscriber);
    try {
      audience.add(user, memberRooms.of(subscriber.userId()));
    } catch (SQLException e) {
      audience.leave(subscriber);
      throw e;
    }
  }

  public void close(FeedSubscriber subscriber) {
    audience.leave(subscriber);
  }

  /** Tells one user at once. */
  void tell(String userId, byte[] frame) {
    audience.user(userId).ifPresent(user -> user.send(frame));
  }

  /**
   * Tells members of their rooms, and admins of all, that something is new about handovers.
   *
   * @param handovers the rooms of each
   */
  public void tellOfHandovers(Map<UUID, Set<UUID>> handovers) {
    Map<FeedUser, Set<UUID>> news = new HashMap<>();
    handovers.forEach(
        (handoverId, roomIds) ->
            Stream.concat(
                    audience.admins().stream(),
                    roomIds.stream().map(audience::of).flatMap(List::stream))
                .forEach(user -> news.computeIfAbsent(user, u -> new HashSet<>()).add(handoverId)));
    news.forEach((user, ids) -> user.send(write(FeedFrame.handoversChanged(ids))));
  }

  @Override
  public boolean watches(UUID roomId) {
    return audience.listensTo(roomId);
  }

  @Override
  public void happened(UUID roomId, String type, byte[] frame) {
    switch (type) {
      case "andon.message.posted" -> {
        noteMentions(roomId, frame);
        noteWritten(roomId);
      }
      case "andon.message.edited", "andon.message.deleted" -> noteWritten(roomId);
      default -> {
        // reactions and system messages leave nothing unread
      }
    }
  }

  private Duration tell() {
    if (!round.tell(news, audience)) {
      rounds.nudge();
    }
    return config.every();
  }

  private void noteWritten(UUID roomId) {
    news.written(roomId);
    rounds.nudge();
  }

  private void noteMentions(UUID roomId, byte[] frame) {
    JsonNode message = read(frame);
    for (JsonNode mention : message.path("mentions")) {
      String userId = mention.asText();
      boolean listens = audience.user(userId).filter(user -> user.isIn(roomId)).isPresent();
      if (listens && !userId.equals(message.path("sender_id").asText())) {
        news.mentioned(
            new Reader(roomId, userId), FeedFrame.mentioned(roomId, message, config.excerpt()));
      }
    }
  }

  private byte[] write(FeedFrame frame) {
    try {
      return json.writeValueAsBytes(frame);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode read(byte[] frame) {
    try {
      return json.readTree(frame);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Who is added hears of the room from now on; who was removed is told with the next round. */
  @Override
  public void changed(RoomEvent event) {
    UUID roomId = event.room().roomId();
    if (event.room().deletedAt() == null) {
      for (IncidentRoom.Member member : event.room().members()) {
        audience
            .user(member.userId())
            .filter(user -> !user.isIn(roomId))
            .ifPresent(
                user -> {
                  audience.add(user, List.of(roomId));
                  news.moved(new Reader(roomId, user.userId()));
                });
      }
    }
    if (audience.listensTo(roomId)) {
      news.changed(event);
      rounds.nudge();
    }
  }

  @Override
  public void moved(UUID roomId, String userId) {
    if (audience.user(userId).isPresent()) {
      news.moved(new Reader(roomId, userId));
      rounds.nudge();
    }
  }
}
