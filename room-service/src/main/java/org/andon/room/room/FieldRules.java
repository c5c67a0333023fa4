package org.andon.room.room;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What expected readings must be beyond the shape of each value. */
@ApplicationScoped
public class FieldRules {
  private final RoomConfig config;

  FieldRules(RoomConfig config) {
    this.config = config;
  }

  /**
   * @throws RoomException.InvalidField naming the value that is at fault
   */
  public void check(List<ReadingField> fields) {
    if (fields.size() > config.maxFields()) {
      throw new RoomException.InvalidField(
          "fields", "has more than " + config.maxFields() + " entries");
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < fields.size(); i++) {
      ReadingField field = fields.get(i);
      String path = "fields[" + i + "].";
      require(names.add(field.name()), path + "name", "is the name of another field further up");
      checkLimits(field, path);
      checkChoices(field, path);
    }
  }

  private static void checkLimits(ReadingField field, String path) {
    boolean numeric = field.type().isNumeric();
    require(numeric || field.low() == null, path + "low", "is only for numbers");
    require(numeric || field.high() == null, path + "high", "is only for numbers");
    require(
        field.low() == null || field.high() == null || field.low().compareTo(field.high()) <= 0,
        path + "high",
        "must not be below low");
  }

  private static void checkChoices(ReadingField field, String path) {
    boolean choice = field.type() == ReadingField.Type.CHOICE;
    require(
        choice != field.choices().isEmpty(),
        path + "choices",
        choice ? "must name what may be chosen" : "are only for a choice");
    require(
        Set.copyOf(field.choices()).size() == field.choices().size(),
        path + "choices",
        "names something twice");
  }

  private static void require(boolean holds, String field, String message) {
    if (!holds) {
      throw new RoomException.InvalidField(field, message);
    }
  }
}
