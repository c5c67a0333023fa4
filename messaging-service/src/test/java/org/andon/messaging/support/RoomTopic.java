package org.andon.messaging.support;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import org.andon.contracts.CloudEventHeaders;
import org.andon.contracts.IncidentRoom;
import org.andon.contracts.IncidentRoom.Member;
import org.andon.contracts.RoomEvent;
import org.andon.contracts.TopicNames;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Rooms as room-service announces them. */
public final class RoomTopic {
  private static final ObjectMapper JSON = mapper();

  private RoomTopic() {}

  public static void announce(UUID roomId, long version, Map<String, String> roles) {
    announce(roomId, version, "active", null, roles);
  }

  public static void announce(
      UUID roomId, long version, String status, Instant deletedAt, Map<String, String> roles) {
    send(
        null,
        event(roomId, version, status, deletedAt, roles, List.of(), null, Map.of(), Map.of()));
  }

  /** The readings that the room expects from now on. */
  public static void expect(
      UUID roomId, long version, Map<String, String> roles, List<IncidentRoom.Field> fields) {
    send(null, event(roomId, version, "active", null, roles, fields, null, Map.of(), Map.of()));
  }

  /** What a plant system said of a room that expects these readings. */
  public static void raise(
      UUID roomId,
      long version,
      Map<String, String> roles,
      List<IncidentRoom.Field> fields,
      Map<String, Object> alarm) {
    send(
        "andon.room.alarm_raised",
        event(
            roomId,
            version,
            "active",
            null,
            roles,
            fields,
            null,
            Map.of(),
            Map.of("alarm", alarm)));
  }

  /** A room that was made from a template. */
  public static void madeFrom(UUID templateId, UUID roomId) {
    Map<String, String> roles = Map.of("owner@plant.example", "OWNER");
    send(null, event(roomId, 1, "active", null, roles, List.of(), templateId, Map.of(), Map.of()));
  }

  /**
   * A change as room-service tells of it.
   *
   * @param type the CloudEvents type
   * @param from the changed fields before, as {@code to} are those after
   */
  public static void change(
      String type,
      UUID roomId,
      long version,
      Map<String, String> roles,
      Map<String, Object> from,
      Map<String, Object> to) {
    send(type, event(roomId, version, "active", null, roles, List.of(), null, from, to));
  }

  /**
   * A room as a test wants it.
   *
   * @param type null where nobody is to be told of it in the room
   */
  public static void tell(
      String type,
      IncidentRoom room,
      long version,
      Map<String, Object> from,
      Map<String, Object> to) {
    send(
        type,
        new RoomEvent(
            room, new RoomEvent.Change("owner@plant.example", Instant.now(), from, to), version));
  }

  private static RoomEvent event(
      UUID roomId,
      long version,
      String status,
      Instant deletedAt,
      Map<String, String> roles,
      List<IncidentRoom.Field> fields,
      UUID templateId,
      Map<String, Object> from,
      Map<String, Object> to) {
    Instant now = Instant.now();
    List<Member> members =
        roles.entrySet().stream().map(e -> new Member(e.getKey(), e.getValue())).toList();
    IncidentRoom room =
        new IncidentRoom(
            roomId,
            "Line 3",
            "equipment_failure",
            "high",
            status,
            "Line 3",
            null,
            "owner@plant.example",
            now,
            now,
            now,
            null,
            null,
            null,
            null,
            null,
            null,
            deletedAt,
            members.size(),
            members,
            fields,
            templateId,
            List.of());
    return new RoomEvent(room, new RoomEvent.Change("owner@plant.example", now, from, to), version);
  }

  private static void send(String type, RoomEvent event) {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", Backing.kafkaServers()),
            new StringSerializer(),
            new StringSerializer())) {
      ProducerRecord<String, String> record =
          new ProducerRecord<>(
              TopicNames.ROOMS, event.room().roomId().toString(), JSON.writeValueAsString(event));
      if (type != null) {
        record.headers().add(CloudEventHeaders.TYPE, type.getBytes(StandardCharsets.UTF_8));
      }
      producer.send(record).get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectMapper mapper() {
    ObjectMapper mapper =
        new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    mapper
        .configOverride(Instant.class)
        .setFormat(
            JsonFormat.Value.forPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")
                .withTimeZone(TimeZone.getTimeZone("UTC")));
    return mapper;
  }
}
