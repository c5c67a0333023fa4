package org.andon.messaging.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.andon.messaging.handover.RoomDigest.Action;
import org.andon.messaging.handover.RoomDigest.Marked;
import org.andon.messaging.query.Conditions;
import org.andon.messaging.room.Caller;

/** The digests of a handover as they were, but without the texts of messages deleted since. */
@ApplicationScoped
class FrozenDigests {
  private final ObjectReader json;

  FrozenDigests(ObjectMapper json) {
    this.json = json.readerFor(RoomDigest.class);
  }

  /** Of the rooms that the caller may know of. */
  List<RoomDigest> of(Connection connection, UUID handoverId, Caller caller) throws SQLException {
    List<RoomDigest> digests = stored(connection, handoverId, caller);
    Set<UUID> deleted = deleted(connection, digests);
    return digests.stream().map(digest -> without(deleted, digest)).toList();
  }

  private List<RoomDigest> stored(Connection connection, UUID handoverId, Caller caller)
      throws SQLException {
    Conditions rooms = HandoverSearch.rooms(caller).and("d.handover_id = ?", handoverId);
    List<RoomDigest> digests = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT d.digest FROM handover_rooms d JOIN incident_rooms r USING (room_id)
            WHERE %s ORDER BY d.position
            """
                .formatted(rooms.sql()))) {
      rooms.bind(select, 1);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          digests.add(json.readValue(row.getString(1)));
        }
      }
      return digests;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<UUID> deleted(Connection connection, List<RoomDigest> digests)
      throws SQLException {
    Object[] shown =
        digests.stream()
            .flatMap(
                digest ->
                    Stream.concat(
                        digest.marks().items().stream().map(Marked::messageId),
                        digest.openActions().items().stream().map(Action::messageId)))
            .filter(Objects::nonNull)
            .toArray();
    Set<UUID> deleted = new HashSet<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT message_id FROM messages WHERE message_id = ANY (?) AND deleted_at IS NOT"
                + " NULL")) {
      select.setArray(1, connection.createArrayOf("uuid", shown));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          deleted.add(row.getObject(1, UUID.class));
        }
      }
    }
    return deleted;
  }

  private static RoomDigest without(Set<UUID> deleted, RoomDigest d) {
    return new RoomDigest(
        d.roomId(),
        d.title(),
        d.severity(),
        d.status(),
        d.openedAt(),
        d.lastSequenceNumber(),
        d.messages(),
        d.files(),
        d.speakers(),
        d.changes(),
        d.marks().map(mark -> deleted.contains(mark.messageId()) ? mark.withoutText() : mark),
        d.openActions()
            .map(action -> deleted.contains(action.messageId()) ? action.withoutText() : action),
        d.outOfBounds());
  }
}
