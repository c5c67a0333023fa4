package org.andon.room.alarm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.andon.room.room.AlarmedRooms;
import org.andon.room.room.Blueprint;
import org.andon.room.room.Blueprints;

/** What becomes of an alarm; each method is one transaction. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Alarms {
  private final Blueprints templates;
  private final AlarmedRooms rooms;
  private final AlarmStore store;

  Alarms(Blueprints templates, AlarmedRooms rooms, AlarmStore store) {
    this.templates = templates;
    this.rooms = rooms;
    this.store = store;
  }

  Outcome raise(Alarm alarm) throws SQLException {
    var template = templates.forAlarmsAt(alarm.location());
    return template.isPresent() ? raise(alarm, template.get()) : Outcome.UNMATCHED;
  }

  private Outcome raise(Alarm alarm, Blueprint template) throws SQLException {
    store.takeTurn(template.templateId(), alarm.location());
    Optional<Map<String, Object>> earlyEnd = Optional.empty();
    if (!store.isNew(alarm.alarmId())) {
      earlyEnd = store.earlyEnd(alarm.alarmId());
      if (earlyEnd.isEmpty()) {
        return Outcome.REPEATED;
      }
    }
    var room =
        rooms.raise(template, alarm.location(), alarm.severity(), alarm.text(), alarm.told());
    store.toldIn(room, alarm.alarmId());
    earlyEnd.ifPresent(end -> rooms.clear(room, end));
    return Outcome.RAISED;
  }

  /** Only the first end of an alarm counts. */
  Outcome clear(Alarm alarm) throws SQLException {
    boolean expected = templates.forAlarmsAt(alarm.location()).isPresent();
    return switch (store.clear(alarm.alarmId(), alarm.told(), expected)) {
      case Cleared.ToldIn told ->
          rooms.clear(told.roomId(), alarm.told()) ? Outcome.CLEARED : Outcome.UNMATCHED;
      case Cleared.Early() -> Outcome.EARLY;
      case Cleared.Nothing() -> expected ? Outcome.REPEATED : Outcome.UNMATCHED;
    };
  }
}
