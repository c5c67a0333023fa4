package org.andon.room.room;

import java.util.Optional;
import java.util.UUID;

/** Where rooms find the templates they are made from. */
public interface Blueprints {

  /** The template as it is at this moment, all of one version. */
  Optional<Blueprint> find(UUID templateId);

  /** The template that alarms at a location open rooms from. */
  Optional<Blueprint> forAlarmsAt(String location);
}
