package org.andon.messaging.fanout;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.andon.contracts.CloudEventHeaders;
import org.andon.contracts.OutOfBounds;
import org.andon.contracts.ReadingOutOfBounds;
import org.andon.contracts.TopicNames;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Tells of values out of bounds on {@code incident.readings.v1}. Made from what is on {@code
 * incident.messages.v1}, where every committed event comes for certain: so these do, too, and a
 * repeat has the same id.
 */
@ApplicationScoped
class ReadingEvents {
  private static final Logger LOG = Logger.getLogger(ReadingEvents.class);
  private static final String TYPE = "andon.reading.out_of_bounds";
  private static final String SIGN = "\"out_of_bounds\":";

  private final EventProducer kafka;
  private final AgroalDataSource dataSource;
  private final ObjectMapper json;

  ReadingEvents(EventProducer kafka, AgroalDataSource dataSource, ObjectMapper json) {
    this.kafka = kafka;
    this.dataSource = dataSource;
    this.json = json;
  }

  /** As much of a frame as matters here. */
  private record Report(
      UUID roomId, long sequenceNumber, UUID messageId, List<OutOfBounds> outOfBounds) {}

  private record Found(Report report, Headers headers) {}

  /** One pod of all for each room. Goes on once Kafka has acknowledged all of it. */
  @Incoming("readings")
  @Blocking
  @Retry(maxRetries = -1, maxDuration = 0, delay = 1000, retryOn = Exception.class)
  void onRecords(ConsumerRecords<String, byte[]> records) throws SQLException, IOException {
    List<Found> found = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      try {
        Report report = report(record.value());
        if (report != null) {
          found.add(new Found(report, record.headers()));
        }
      } catch (IOException e) {
        LOG.warnf("foreign record skipped: topic=%s offset=%d", record.topic(), record.offset());
      }
    }
    if (!found.isEmpty()) {
      publish(found);
    }
  }

  /** Null for a frame that has no such value: nearly all, which are not parsed to be told. */
  private Report report(byte[] frame) throws IOException {
    if (frame == null || !new String(frame, ISO_8859_1).contains(SIGN)) {
      return null;
    }
    Report report = json.readValue(frame, Report.class);
    return report.outOfBounds() == null || report.messageId() == null ? null : report;
  }

  private void publish(List<Found> found) throws SQLException, IOException {
    Map<UUID, String> locations =
        locations(found.stream().map(it -> it.report().roomId()).distinct().toList());
    List<CompletableFuture<Void>> sent = new ArrayList<>();
    for (Found it : found) {
      for (OutOfBounds value : it.report().outOfBounds()) {
        sent.add(kafka.send(record(it, value, locations.get(it.report().roomId()))));
      }
    }
    sent.forEach(CompletableFuture::join);
  }

  private ProducerRecord<String, byte[]> record(Found found, OutOfBounds value, String location)
      throws IOException {
    Report report = found.report();
    String roomId = report.roomId().toString();
    ReadingOutOfBounds event =
        new ReadingOutOfBounds(
            report.roomId(),
            location,
            report.sequenceNumber(),
            report.messageId(),
            value.field(),
            value.value(),
            value.unit(),
            value.limit(),
            value.bound());
    Headers headers =
        EventProducer.headers(
            idOf(header(found, CloudEventHeaders.ID), value.field()),
            TYPE,
            header(found, CloudEventHeaders.TIME),
            roomId,
            report.sequenceNumber());
    return new ProducerRecord<>(
        TopicNames.READINGS, null, roomId, json.writeValueAsBytes(event), headers);
  }

  private static String idOf(String messageEvent, String field) {
    return UUID.nameUUIDFromBytes((messageEvent + ' ' + field).getBytes(UTF_8)).toString();
  }

  private static String header(Found found, String name) {
    return new String(found.headers().lastHeader(name).value(), UTF_8);
  }

  private Map<UUID, String> locations(List<UUID> roomIds) throws SQLException {
    Map<UUID, String> locations = new HashMap<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT room_id, location FROM incident_rooms WHERE room_id = ANY (?)")) {
      select.setArray(1, connection.createArrayOf("uuid", roomIds.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          locations.put(row.getObject(1, UUID.class), row.getString(2));
        }
      }
    }
    return locations;
  }
}
