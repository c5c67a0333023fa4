package org.andon.messaging.fanout;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.contracts.CloudEventHeaders;
import org.andon.contracts.TopicNames;
import org.andon.contracts.UserMentioned;
import org.andon.messaging.MessagingConfig;
import org.andon.messaging.message.Excerpt;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;

/**
 * Tells of mentions on {@code incident.mentions.v1}, of oneself excepted. Somebody's mention in a
 * message has one id for ever, so an edit that still names them is a repeat.
 */
@ApplicationScoped
class MentionEvents implements Derivation {
  private static final Logger LOG = Logger.getLogger(MentionEvents.class);
  private static final String TYPE = "andon.user.mentioned";
  private static final String SIGN = "\"mentions\":[\"";

  private final AgroalDataSource dataSource;
  private final ObjectMapper json;
  private final int excerpt;

  MentionEvents(AgroalDataSource dataSource, ObjectMapper json, MessagingConfig config) {
    this.dataSource = dataSource;
    this.json = json;
    this.excerpt = config.publishing().excerpt();
  }

  /** As much of a frame as matters here. */
  private record Said(
      UUID roomId, long sequenceNumber, UUID messageId, JsonNode content, List<String> mentions) {}

  private record Found(Said said, Headers headers) {}

  private record Origin(
      String roomTitle, String senderId, String senderName, String messageType, Instant at) {}

  @Override
  public boolean mayConcern(String frame) {
    return frame.contains(SIGN);
  }

  @Override
  public List<ProducerRecord<String, byte[]>> events(List<ConsumerRecord<String, byte[]>> frames)
      throws SQLException, IOException {
    List<Found> found = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> frame : frames) {
      try {
        Said said = json.readValue(frame.value(), Said.class);
        if (said.mentions() != null
            && said.messageId() != null
            && said.content() != null
            && !said.content().isNull()) {
          found.add(new Found(said, frame.headers()));
        }
      } catch (IOException e) {
        LOG.warnf("foreign record skipped: topic=%s offset=%d", frame.topic(), frame.offset());
      }
    }
    return found.isEmpty() ? List.of() : events(found, origins(found));
  }

  private List<ProducerRecord<String, byte[]>> events(List<Found> found, Map<UUID, Origin> origins)
      throws IOException {
    List<ProducerRecord<String, byte[]>> events = new ArrayList<>();
    for (Found it : found) {
      Origin origin = origins.get(it.said().messageId());
      if (origin != null) {
        for (String userId : it.said().mentions()) {
          if (!userId.equals(origin.senderId())) {
            events.add(event(it, origin, userId));
          }
        }
      }
    }
    return events;
  }

  private ProducerRecord<String, byte[]> event(Found found, Origin origin, String userId)
      throws IOException {
    Said said = found.said();
    UserMentioned event =
        new UserMentioned(
            userId,
            said.roomId(),
            origin.roomTitle(),
            said.sequenceNumber(),
            said.messageId(),
            origin.messageType(),
            Excerpt.of(said.content(), excerpt),
            origin.senderId(),
            origin.senderName(),
            origin.at());
    String id = said.messageId() + " " + userId;
    Headers headers =
        EventProducer.headers(
            UUID.nameUUIDFromBytes(id.getBytes(UTF_8)).toString(),
            TYPE,
            new String(found.headers().lastHeader(CloudEventHeaders.TIME).value(), UTF_8),
            said.roomId().toString(),
            said.sequenceNumber());
    return new ProducerRecord<>(
        TopicNames.MENTIONS, null, userId, json.writeValueAsBytes(event), headers);
  }

  /** By message; a message that has been deleted since mentions nobody. */
  private Map<UUID, Origin> origins(List<Found> found) throws SQLException {
    UUID[] ids = found.stream().map(it -> it.said().messageId()).distinct().toArray(UUID[]::new);
    Map<UUID, Origin> origins = new HashMap<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                SELECT m.message_id, r.title, m.sender_id, m.sender_name, m.message_type, m.created_at
                FROM messages m JOIN incident_rooms r ON r.room_id = m.room_id
                WHERE m.message_id = ANY (?) AND m.deleted_at IS NULL
                """)) {
      select.setArray(1, connection.createArrayOf("uuid", ids));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          origins.put(
              row.getObject(1, UUID.class),
              new Origin(
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  row.getString(5),
                  row.getTimestamp(6).toInstant()));
        }
      }
    }
    return origins;
  }
}
