package org.andon.messaging.handover;

import com.github.f4b6a3.uuid.UuidCreator;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.andon.messaging.handover.ScheduleStore.Stored;
import org.andon.messaging.operation.Refused;
import org.andon.messaging.operation.Refused.Code;
import org.andon.messaging.room.Caller;

/** Makes handovers: when a shift changes, and when somebody asks for one. */
@ApplicationScoped
class Handovers {
  private final AgroalDataSource dataSource;
  private final ScheduleStore schedules;
  private final OpenRooms openRooms;
  private final Digests digests;
  private final HandoverStore store;
  private final HandoverMeters meters;
  private final HandoverConfig config;

  Handovers(
      AgroalDataSource dataSource,
      ScheduleStore schedules,
      OpenRooms openRooms,
      Digests digests,
      HandoverStore store,
      HandoverMeters meters,
      HandoverConfig config) {
    this.dataSource = dataSource;
    this.schedules = schedules;
    this.openRooms = openRooms;
    this.digests = digests;
    this.store = store;
    this.meters = meters;
    this.config = config;
  }

  /**
   * Hands over every line with open rooms, if the shift has changed and no pod has done so. The
   * schedule's row is locked meanwhile, and says at the end that it is done: so it is, once, or
   * none of it is and the next turn begins anew.
   *
   * @return how many were made
   */
  int handOverIfDue() throws SQLException {
    Instant now = now();
    try (Connection connection = dataSource.getConnection()) {
      if (schedules.read(connection).due(now).isEmpty()) {
        return 0;
      }
    }
    int made = Transaction.in(dataSource, connection -> handOver(connection, now));
    meters.made(made);
    return made;
  }

  private int handOver(Connection connection, Instant now) throws SQLException {
    Stored stored = schedules.lockIfFree(connection).orElse(null);
    Schedule.Change change = stored == null ? null : stored.due(now).orElse(null);
    if (change == null) {
      return 0;
    }
    Map<String, List<OpenRoom>> lines =
        openRooms.all(connection).stream()
            .collect(
                Collectors.groupingBy(OpenRoom::line, LinkedHashMap::new, Collectors.toList()));
    for (List<OpenRoom> rooms : lines.values()) {
      write(
          connection,
          new Handover(
              UuidCreator.getTimeOrderedEpoch(),
              rooms.getFirst().line(),
              rooms.getFirst().location(),
              change.shift(),
              change.at(),
              change.since(),
              now,
              now.plus(stored.schedule().acknowledgeWithin()),
              null,
              null,
              null,
              leftOut(rooms)),
          rooms);
    }
    schedules.done(connection, change.at());
    return lines.size();
  }

  /**
   * @param note null for none
   */
  UUID handOver(String location, String note, Caller caller) throws SQLException {
    UUID made =
        Transaction.in(
            dataSource,
            connection -> {
              List<OpenRoom> rooms = openRooms.at(connection, location);
              requireWriter(connection, rooms, caller);
              Instant now = now();
              String line = rooms.getFirst().line();
              if (store.madeSince(
                  connection, line, caller.userId(), now.minus(config.onDemandEvery()))) {
                throw Refused.of(
                    Code.RATE_LIMITED,
                    "You have handed this line over a moment ago. Wait a little.");
              }
              Schedule schedule = schedules.read(connection).schedule();
              Handover handover =
                  new Handover(
                      UuidCreator.getTimeOrderedEpoch(),
                      line,
                      rooms.getFirst().location(),
                      null,
                      null,
                      schedule
                          .lastChange(now)
                          .map(Schedule.Change::at)
                          .orElse(now.minus(config.sinceWithoutSchedule())),
                      now,
                      now.plus(schedule.acknowledgeWithin()),
                      caller.userId(),
                      caller.displayName(),
                      note,
                      leftOut(rooms));
              write(connection, handover, rooms);
              return handover.handoverId();
            });
    meters.made(1);
    return made;
  }

  /** Who writes nowhere there does not learn whether there are rooms. */
  private void requireWriter(Connection connection, List<OpenRoom> rooms, Caller caller)
      throws SQLException {
    if (caller.admin()) {
      if (rooms.isEmpty()) {
        throw Refused.field("location", "has no open room.");
      }
    } else if (!openRooms.writesInOne(connection, caller.userId(), rooms)) {
      throw new HandoverRefused.NoWriter();
    }
  }

  private int leftOut(List<OpenRoom> rooms) {
    return Math.max(0, rooms.size() - config.rooms());
  }

  private void write(Connection connection, Handover handover, List<OpenRoom> rooms)
      throws SQLException {
    if (!store.insert(connection, handover)) {
      return;
    }
    List<OpenRoom> told = rooms.subList(0, rooms.size() - handover.roomsLeftOut());
    for (int from = 0; from < told.size(); from += config.roomsAtOnce()) {
      List<OpenRoom> some = told.subList(from, Math.min(told.size(), from + config.roomsAtOnce()));
      store.insertRooms(
          connection, handover.handoverId(), from, digests.of(connection, some, handover.since()));
    }
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
