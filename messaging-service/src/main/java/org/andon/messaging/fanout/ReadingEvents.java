package org.andon.messaging.fanout;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
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
import org.andon.contracts.CloudEventHeaders;
import org.andon.contracts.OutOfBounds;
import org.andon.contracts.ReadingOutOfBounds;
import org.andon.contracts.TopicNames;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;

/** Tells of values out of bounds on {@code incident.readings.v1}. */
@ApplicationScoped
class ReadingEvents implements Derivation {
  private static final Logger LOG = Logger.getLogger(ReadingEvents.class);
  private static final String TYPE = "andon.reading.out_of_bounds";
  private static final String SIGN = "\"out_of_bounds\":";

  private final AgroalDataSource dataSource;
  private final ObjectMapper json;

  ReadingEvents(AgroalDataSource dataSource, ObjectMapper json) {
    this.dataSource = dataSource;
    this.json = json;
  }

  /** As much of a frame as matters here. */
  private record Report(
      UUID roomId, long sequenceNumber, UUID messageId, List<OutOfBounds> outOfBounds) {}

  private record Found(Report report, Headers headers) {}

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
        Report report = json.readValue(frame.value(), Report.class);
        if (report.outOfBounds() != null && report.messageId() != null) {
          found.add(new Found(report, frame.headers()));
        }
      } catch (IOException e) {
        LOG.warnf("foreign record skipped: topic=%s offset=%d", frame.topic(), frame.offset());
      }
    }
    return found.isEmpty() ? List.of() : events(found, locations(found));
  }

  private List<ProducerRecord<String, byte[]>> events(
      List<Found> found, Map<UUID, String> locations) throws IOException {
    List<ProducerRecord<String, byte[]>> events = new ArrayList<>();
    for (Found it : found) {
      for (OutOfBounds value : it.report().outOfBounds()) {
        events.add(record(it, value, locations.get(it.report().roomId())));
      }
    }
    return events;
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

  private Map<UUID, String> locations(List<Found> found) throws SQLException {
    UUID[] roomIds = found.stream().map(it -> it.report().roomId()).distinct().toArray(UUID[]::new);
    Map<UUID, String> locations = new HashMap<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT room_id, location FROM incident_rooms WHERE room_id = ANY (?)")) {
      select.setArray(1, connection.createArrayOf("uuid", roomIds));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          locations.put(row.getObject(1, UUID.class), row.getString(2));
        }
      }
    }
    return locations;
  }
}
