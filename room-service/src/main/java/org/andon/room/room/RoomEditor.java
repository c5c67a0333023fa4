package org.andon.room.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.BiFunction;
import org.andon.contracts.RoomEvent;
import org.andon.http.CurrentUser;
import org.andon.room.publishing.RoomChangeLog;

/**
 * The one way to change a room: locks it, applies the step, counts the version, logs the change.
 */
@ApplicationScoped
@Transactional
class RoomEditor {

  /** Who may take a step. Throws when this one may not. */
  @FunctionalInterface
  interface Permission {
    void check(Room room, CurrentUser user);
  }

  static final Permission MEMBER =
      (room, user) -> RoomAccess.requireMember(room.roleOf(user.id()), user);

  static final Permission OWNER =
      (room, user) -> RoomAccess.requireOwner(room.roleOf(user.id()), user);

  static final Permission WRITER =
      (room, user) -> RoomAccess.requireWriter(room.roleOf(user.id()), user);

  private final RoomRepository rooms;
  private final RoomChangeLog changes;
  private final RoomConfig config;

  RoomEditor(RoomRepository rooms, RoomChangeLog changes, RoomConfig config) {
    this.rooms = rooms;
    this.changes = changes;
    this.config = config;
  }

  Room create(RoomDraft draft, CurrentUser user) {
    Instant now = now();
    Room room = new Room(draft, user.id(), now);
    write(room, room.created(), user.id(), now);
    return room;
  }

  /** A room that a machine opens, without being in it. */
  Room open(RoomDraft draft, String machine) {
    Instant now = now();
    Room room = Room.openedBy(machine, draft, now);
    write(room, room.created(), machine, now);
    return room;
  }

  /** What a machine tells in a room, which must be locked. */
  void note(Room room, RoomChange change, String machine) {
    write(room, change, machine, now());
  }

  Room change(
      UUID roomId, CurrentUser user, Permission may, BiFunction<Room, Instant, RoomChange> step) {
    Room room = rooms.lock(roomId).orElseThrow(() -> new RoomException.RoomNotFound(roomId));
    may.check(room, user);
    Instant now = now();
    RoomChange change = step.apply(room, now);
    if (!change.isEmpty()) {
      if (change.callsAgain()) {
        room.callAgain(user.id(), now);
      }
      if (!change.isLeavingOf(user.id())) {
        room.answered(user.id(), now);
      }
      write(room, change, user.id(), now);
    }
    return room;
  }

  private void write(Room room, RoomChange change, String by, Instant now) {
    // A limit that was lowered since keeps no room from changing otherwise.
    if (room.members.size() > Math.max(config.maxMembers(), room.memberCount)) {
      throw new RoomException.InvalidField(
          "members", "a room has at most " + config.maxMembers() + " members");
    }
    room.touch(now);
    rooms.persistAndFlush(room);
    changes.append(
        change.type(),
        new RoomEvent(
            RoomSnapshot.of(room),
            new RoomEvent.Change(by, now, change.from(), change.to()),
            room.version));
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
