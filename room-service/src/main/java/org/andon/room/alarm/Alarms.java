package org.andon.room.alarm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
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
    if (!store.isNew(alarm.alarmId())) {
      return Outcome.REPEATED;
    }
    var room =
        rooms.raise(template, alarm.location(), alarm.severity(), alarm.text(), alarm.told());
    store.toldIn(room, alarm.alarmId());
    return Outcome.RAISED;
  }

  /** One that nobody has heard of, or that was cleared before, changes nothing. */
  Outcome clear(Alarm alarm) throws SQLException {
    return store
        .clear(alarm.alarmId())
        .map(room -> rooms.clear(room, alarm.told()) ? Outcome.CLEARED : Outcome.UNMATCHED)
        .orElse(Outcome.REPEATED);
  }
}
