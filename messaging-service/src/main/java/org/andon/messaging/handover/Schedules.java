package org.andon.messaging.handover;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.andon.messaging.handover.ScheduleReader.Wanted;
import org.andon.messaging.handover.ScheduleStore.Stored;
import org.andon.messaging.room.Caller;

/** When shifts change: everybody reads it, and admins set it. */
@ApplicationScoped
class Schedules {
  private final AgroalDataSource dataSource;
  private final ScheduleStore store;

  Schedules(AgroalDataSource dataSource, ScheduleStore store) {
    this.dataSource = dataSource;
    this.store = store;
  }

  Schedule read() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return store.read(connection).schedule();
    }
  }

  /**
   * Holds from now on: a shift that has begun already by a new timetable is not handed over late.
   */
  Schedule replace(Wanted wanted, Caller caller) throws SQLException {
    return Transaction.in(
        dataSource,
        connection -> {
          Stored current = store.lock(connection);
          long version = current.schedule().version();
          if (wanted.version() != null && wanted.version() != version) {
            throw new HandoverRefused.VersionConflict(version);
          }
          Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
          Schedule next =
              new Schedule(
                  wanted.timeZone(),
                  wanted.shifts(),
                  wanted.acknowledgeWithinMinutes(),
                  version + 1,
                  caller.userId(),
                  now);
          boolean sameTimes =
              next.timeZone().equals(current.schedule().timeZone())
                  && next.shifts().equals(current.schedule().shifts());
          store.write(connection, new Stored(next, sameTimes ? current.doneUntil() : now));
          return next;
        });
  }
}
