package org.andon.room.alarm;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.andon.contracts.PlantAlarm;
import org.andon.room.room.Severity;

/** Makes an alarm of a record's value, or refuses it. */
@ApplicationScoped
class AlarmReader {
  // As the schema says.
  private static final int MAX_READINGS = 100;
  private static final int MAX_NAME = 100;
  private static final int MAX_VALUE = 500;

  private final ObjectMapper json;
  private final Validator validator;
  private final AlarmConfig config;

  AlarmReader(ObjectMapper json, Validator validator, AlarmConfig config) {
    this.json = json;
    this.validator = validator;
    this.config = config;
  }

  /**
   * @throws NoAlarm saying what is wrong, without a word of what stands there
   */
  Alarm read(byte[] value) throws NoAlarm {
    require(value != null, "no value");
    require(value.length <= config.maxRecord().asLongValue(), "too large");
    Alarm alarm = alarm(parsed(value));
    var wrong = validator.validate(alarm).stream().findFirst();
    if (wrong.isPresent()) {
      throw new NoAlarm(wrong.get().getPropertyPath() + " " + wrong.get().getMessage());
    }
    requireReadings(alarm.readings());
    return alarm;
  }

  private PlantAlarm parsed(byte[] value) throws NoAlarm {
    try {
      PlantAlarm parsed = json.readValue(value, PlantAlarm.class);
      require(parsed != null, "no object");
      return parsed;
    } catch (IOException e) {
      throw new NoAlarm("not as the schema says");
    }
  }

  private static Alarm alarm(PlantAlarm told) throws NoAlarm {
    return new Alarm(
        told.alarmId(),
        told.location() == null ? null : told.location().strip(),
        severity(told.severity()),
        told.text(),
        told.readings() == null ? Map.of() : told.readings());
  }

  private static Severity severity(String name) throws NoAlarm {
    if (name == null) {
      return null;
    }
    for (Severity severity : Severity.values()) {
      if (severity.name().toLowerCase(Locale.ROOT).equals(name)) {
        return severity;
      }
    }
    throw new NoAlarm("severity unknown");
  }

  private static void requireReadings(Map<String, Object> readings) throws NoAlarm {
    require(readings.size() <= MAX_READINGS, "too many readings");
    for (var reading : readings.entrySet()) {
      boolean named = isText(reading.getKey(), MAX_NAME);
      boolean valued =
          switch (reading.getValue()) {
            case Number number -> Double.isFinite(number.doubleValue());
            case Boolean state -> true;
            case String text -> isText(text, MAX_VALUE);
            case null, default -> false;
          };
      require(named && valued, "a reading is no plain value");
    }
  }

  /** PostgreSQL takes neither U+0000 nor half a surrogate pair. */
  private static boolean isText(String text, int max) {
    return !text.isBlank()
        && text.length() <= max
        && text.codePoints().noneMatch(it -> it == 0 || (it >= 0xD800 && it <= 0xDFFF));
  }

  private static void require(boolean holds, String otherwise) throws NoAlarm {
    if (!holds) {
      throw new NoAlarm(otherwise);
    }
  }

  /** A record that is no alarm. */
  static final class NoAlarm extends Exception {
    private static final long serialVersionUID = 1L;

    NoAlarm(String why) {
      super(why, null, false, false);
    }
  }
}
