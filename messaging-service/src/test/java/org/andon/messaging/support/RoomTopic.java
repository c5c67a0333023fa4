package org.andon.messaging.support;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
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
            deletedAt,
            members.size(),
            members);
    RoomEvent event =
        new RoomEvent(
            room, new RoomEvent.Change("owner@plant.example", now, Map.of(), Map.of()), version);
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", Backing.kafkaServers()),
            new StringSerializer(),
            new StringSerializer())) {
      producer
          .send(
              new ProducerRecord<>(
                  TopicNames.ROOMS, roomId.toString(), JSON.writeValueAsString(event)))
          .get();
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
