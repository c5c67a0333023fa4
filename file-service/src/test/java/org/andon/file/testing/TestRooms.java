package org.andon.file.testing;

import static org.andon.file.testing.People.EDITOR;
import static org.andon.file.testing.People.OWNER;
import static org.andon.file.testing.People.VIEWER;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.contracts.IncidentRoom;
import org.andon.contracts.RoomEvent;
import org.andon.contracts.TopicNames;
import org.andon.file.testing.RoomServiceTwin.Room;

/** Rooms to test with. */
public final class TestRooms {
  public static final Map<String, String> STAFF =
      Map.of(OWNER, "OWNER", EDITOR, "EDITOR", VIEWER, "VIEWER");

  private TestRooms() {}

  /** A room with OWNER, EDITOR and VIEWER, which only room-service knows of. */
  public static UUID in(RoomServiceTwin rooms) {
    UUID roomId = UUID.randomUUID();
    rooms.put(roomId, new Room("active", STAFF));
    return roomId;
  }

  /** Puts the room's state on Kafka, as room-service does after a change. */
  public static void announce(
      UUID roomId, long version, String status, Instant deletedAt, Map<String, String> members) {
    RoomEvent event = event(roomId, version, status, deletedAt, members);
    new Topic(TopicNames.ROOMS).send(roomId.toString(), json(event));
  }

  /** What room-service says of a room after a change. */
  public static RoomEvent event(
      UUID roomId, long version, String status, Instant deletedAt, Map<String, String> members) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    IncidentRoom room =
        new IncidentRoom(
            roomId,
            "3 號線",
            "safety",
            "low",
            status,
            null,
            null,
            OWNER,
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
            members.entrySet().stream()
                .map(entry -> new IncidentRoom.Member(entry.getKey(), entry.getValue()))
                .toList(),
            List.of(),
            null,
            List.of());
    return new RoomEvent(room, new RoomEvent.Change(OWNER, now, Map.of(), Map.of()), version);
  }

  private static String json(RoomEvent event) {
    try {
      return Arc.container().instance(ObjectMapper.class).get().writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
