package org.andon.room.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.contracts.CloudEventHeaders;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Hears what is said in rooms, one pod of all for each of them. A second's messages at once, of
 * which most are never looked into: only the last one's time counts once a room has been responded
 * to.
 */
@ApplicationScoped
class MessageFeed {
  private static final Logger LOG = Logger.getLogger(MessageFeed.class);
  private static final String POSTED = "andon.message.posted";
  private static final String EDITED = "andon.message.edited";
  private static final String DELETED = "andon.message.deleted";

  private final RoomTimes times;
  private final Event<MessageRewritten> rewritten;
  private final ObjectMapper json;
  private final Duration aheadAtMost;
  private final Cache<UUID, Boolean> answered;

  MessageFeed(
      RoomTimes times,
      Event<MessageRewritten> rewritten,
      ObjectMapper json,
      ConversationConfig config) {
    this.times = times;
    this.rewritten = rewritten;
    this.json = json;
    this.aheadAtMost = config.aheadAtMost();
    this.answered = Caffeine.newBuilder().maximumSize(config.rememberedRooms()).build();
  }

  /** Until the database is back, Kafka keeps what is read next. */
  @Incoming("conversation")
  @Blocking
  @Retry(maxRetries = -1, maxDuration = 0, delay = 1000, retryOn = Exception.class)
  void hear(ConsumerRecords<String, byte[]> records) throws SQLException {
    Map<UUID, Instant> latest = new HashMap<>();
    Map<Speaker, Said> said = new HashMap<>();
    List<MessageRewritten> rewrites = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      try {
        note(record, latest, said, rewrites);
      } catch (IOException | IllegalArgumentException | DateTimeException e) {
        LOG.warnf("foreign record skipped: topic=%s offset=%d", record.topic(), record.offset());
      }
    }
    rewrites.forEach(rewritten::fire);
    if (!latest.isEmpty()) {
      times.move(latest, said.values()).forEach(room -> answered.put(room, true));
    }
  }

  private record Speaker(UUID roomId, String userId) {}

  private void note(
      ConsumerRecord<String, byte[]> record,
      Map<UUID, Instant> latest,
      Map<Speaker, Said> said,
      List<MessageRewritten> rewrites)
      throws IOException {
    Header type = record.headers().lastHeader(CloudEventHeaders.TYPE);
    if (type == null || record.value() == null) {
      return;
    }
    switch (new String(type.value(), UTF_8)) {
      case POSTED -> notePosted(record, latest, said);
      case EDITED, DELETED -> rewrites.add(rewrite(record.value()));
      default -> {
        // reactions, marks and system messages say nothing
      }
    }
  }

  private MessageRewritten rewrite(byte[] frame) throws IOException {
    Rewrite rewrite = json.readValue(frame, Rewrite.class);
    if (rewrite.messageId() == null) {
      throw new IllegalArgumentException("no message");
    }
    // Of an edit whose message has been deleted since, nothing is left either.
    boolean deleted = rewrite.content() == null || rewrite.content().isNull();
    return new MessageRewritten(
        rewrite.messageId(), deleted, rewrite.mentions() == null ? List.of() : rewrite.mentions());
  }

  private void notePosted(
      ConsumerRecord<String, byte[]> record, Map<UUID, Instant> latest, Map<Speaker, Said> said)
      throws IOException {
    UUID roomId = UUID.fromString(String.valueOf(record.key()));
    Header time = record.headers().lastHeader(CloudEventHeaders.TIME);
    if (time == null) {
      throw new IllegalArgumentException("no time");
    }
    Instant at = moment(new String(time.value(), UTF_8));
    latest.merge(roomId, at, (known, next) -> known.isAfter(next) ? known : next);
    if (answered.getIfPresent(roomId) == null) {
      Message message = json.readValue(record.value(), Message.class);
      if (message.machine()) {
        // Nobody has responded yet.
        return;
      }
      if (message.senderId() == null
          || !message.senderId().codePoints().allMatch(MessageFeed::isText)) {
        throw new IllegalArgumentException("no sender");
      }
      Said first = new Said(roomId, message.senderId(), at);
      said.merge(
          new Speaker(roomId, message.senderId()),
          first,
          (known, next) -> known.createdAt().isAfter(next.createdAt()) ? next : known);
    }
  }

  /** A time that a message can have been written at. */
  private Instant moment(String text) {
    Instant moment = Instant.parse(text);
    if (moment.isBefore(Instant.EPOCH) || moment.isAfter(Instant.now().plus(aheadAtMost))) {
      throw new IllegalArgumentException("no time of ours");
    }
    return moment;
  }

  /** PostgreSQL takes neither U+0000 nor half a surrogate pair. */
  private static boolean isText(int character) {
    return character != 0 && (character < 0xD800 || character > 0xDFFF);
  }

  /** As much of a message as matters here. */
  private record Message(String senderId, boolean machine) {}

  private record Rewrite(UUID messageId, JsonNode content, List<String> mentions) {}
}
