package org.andon.room.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.naturalOrder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.andon.contracts.CloudEventHeaders;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Hears what is said in rooms, one pod of all for each of them. A second's messages at once, of
 * which most are never looked into: only the last one's time counts unless a room waits for a
 * response.
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

  MessageFeed(
      RoomTimes times,
      Event<MessageRewritten> rewritten,
      ObjectMapper json,
      ConversationConfig config) {
    this.times = times;
    this.rewritten = rewritten;
    this.json = json;
    this.aheadAtMost = config.aheadAtMost();
  }

  /** Until the database is back, Kafka keeps what is read next. */
  @Incoming("conversation")
  @Blocking
  @Retry(maxRetries = -1, maxDuration = 0, delay = 1000, retryOn = Exception.class)
  void hear(ConsumerRecords<String, byte[]> records) throws SQLException {
    List<Posted> posted = new ArrayList<>();
    List<MessageRewritten> rewrites = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      try {
        note(record, posted, rewrites);
      } catch (IOException | IllegalArgumentException | DateTimeException e) {
        skipped(record);
      }
    }
    rewrites.forEach(rewritten::fire);
    if (!posted.isEmpty()) {
      Set<UUID> waiting = times.waiting(times(posted, BinaryOperator.minBy(naturalOrder())));
      times.move(
          times(posted, BinaryOperator.maxBy(naturalOrder())),
          posted.stream()
              .filter(it -> waiting.contains(it.roomId()))
              .flatMap(it -> said(it).stream())
              .toList());
    }
  }

  private record Posted(UUID roomId, Instant at, ConsumerRecord<String, byte[]> record) {}

  private static Map<UUID, Instant> times(List<Posted> posted, BinaryOperator<Instant> which) {
    return posted.stream().collect(Collectors.toMap(Posted::roomId, Posted::at, which));
  }

  private static void skipped(ConsumerRecord<String, byte[]> record) {
    LOG.warnf("foreign record skipped: topic=%s offset=%d", record.topic(), record.offset());
  }

  private void note(
      ConsumerRecord<String, byte[]> record, List<Posted> posted, List<MessageRewritten> rewrites)
      throws IOException {
    Header type = record.headers().lastHeader(CloudEventHeaders.TYPE);
    if (type == null || record.value() == null) {
      return;
    }
    switch (new String(type.value(), UTF_8)) {
      case POSTED -> posted.add(posted(record));
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

  private Posted posted(ConsumerRecord<String, byte[]> record) {
    UUID roomId = UUID.fromString(String.valueOf(record.key()));
    Header time = record.headers().lastHeader(CloudEventHeaders.TIME);
    if (time == null) {
      throw new IllegalArgumentException("no time");
    }
    return new Posted(roomId, moment(new String(time.value(), UTF_8)), record);
  }

  /** Empty for what no person said: nobody has responded by that. */
  private Optional<Said> said(Posted posted) {
    try {
      Message message = json.readValue(posted.record().value(), Message.class);
      if (!message.machine() && !isText(message.senderId())) {
        throw new IllegalArgumentException("no sender");
      }
      return message.machine()
          ? Optional.empty()
          : Optional.of(new Said(posted.roomId(), message.senderId(), posted.at()));
    } catch (IOException | IllegalArgumentException e) {
      skipped(posted.record());
      return Optional.empty();
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
  private static boolean isText(String text) {
    return text != null
        && text.codePoints().allMatch(it -> it != 0 && (it < 0xD800 || it > 0xDFFF));
  }

  /** As much of a message as matters here. */
  private record Message(String senderId, boolean machine) {}

  private record Rewrite(UUID messageId, JsonNode content, List<String> mentions) {}
}
