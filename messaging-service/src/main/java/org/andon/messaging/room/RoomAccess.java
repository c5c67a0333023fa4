package org.andon.messaging.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.andon.messaging.room.KnownRooms.Entry;
import org.andon.messaging.room.RoomServiceClient.RoomView;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Decides who may enter a room: by the projection; and before refusing, by room-service itself,
 * since a member added a millisecond ago must get in.
 */
@ApplicationScoped
public class RoomAccess {
  private static final Logger LOG = Logger.getLogger(RoomAccess.class);

  private final KnownRooms known;
  private final RoomProjection projection;
  private final RoomServiceClient rooms;

  RoomAccess(KnownRooms known, RoomProjection projection, @RestClient RoomServiceClient rooms) {
    this.known = known;
    this.projection = projection;
    this.rooms = rooms;
  }

  /** Blocks for a database look-up, and for a call to room-service where the projection says no. */
  public Access check(UUID roomId, Caller caller) {
    try {
      Optional<Entry> room = known.find(roomId, caller.userId());
      if (caller.machine() != null) {
        return ofMachine(roomId, caller.machine(), room);
      }
      if (room.isPresent() && room.get().deleted()) {
        return new Access.NoSuchRoom();
      }
      Optional<Role> role =
          caller.admin() ? room.map(entry -> Role.ADMIN) : room.flatMap(Entry::role);
      if (role.isPresent()) {
        return new Access.Granted(role.get(), room.get().archived(), room.get().version());
      }
      return askOwner(roomId, caller);
    } catch (SQLException e) {
      LOG.warnf("access unknown, database away room_id=%s: %s", roomId, e.getMessage());
      return new Access.Unknown();
    }
  }

  /** A machine's token opens nothing at room-service; it may try again a moment later. */
  private static Access ofMachine(UUID roomId, MachineScope scope, Optional<Entry> known) {
    if (known.isEmpty() || known.get().deleted()) {
      return new Access.NoSuchRoom();
    }
    Entry room = known.get();
    return scope.holds(roomId, room.templateId())
        ? new Access.Granted(Role.EDITOR, room.archived(), room.version())
        : new Access.NotMember();
  }

  private Access askOwner(UUID roomId, Caller caller) throws SQLException {
    try {
      RoomView room = rooms.room(roomId, "Bearer " + caller.token());
      projection.learn(room);
      boolean archived = room.status().equals(RoomSnapshot.ARCHIVED);
      return new Access.Granted(room.myRole(), archived, room.version());
    } catch (WebApplicationException e) {
      return switch (e.getResponse().getStatus()) {
        case 403 -> new Access.NotMember();
        case 404 -> new Access.NoSuchRoom();
        default -> new Access.Unknown();
      };
    } catch (ProcessingException e) {
      LOG.warnf("access unknown, room-service away room_id=%s: %s", roomId, e.getMessage());
      return new Access.Unknown();
    }
  }
}
