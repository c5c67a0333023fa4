package org.andon.backing;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The people and groups of the demo plant: the one place where they are written down. */
final class DemoPlant {

  /** A group, and the group it is a member of. */
  static final Map<String, String> NESTED_GROUPS =
      Map.of(
          "line-3", "incident-users",
          "line-3-supervisors", "line-3",
          "line-3-maintenance", "incident-users",
          "quality", "incident-users",
          "operators", "incident-users");

  static final List<Person> PEOPLE =
      Stream.concat(
              Stream.of(
                  new Person("admin", "系統管理員", "資訊", "incident-admins"),
                  new Person("li.wei", "李偉", "生產三線", "line-3-supervisors"),
                  new Person("chen.mei", "陳美", "設備維護", "line-3-maintenance"),
                  new Person("wang.fang", "王芳", "品質", "quality"),
                  new Person("john.doe", "John Doe", "品質", "quality"),
                  new Person("disabled", "停用", "品質", false, List.of("quality"))),
              IntStream.rangeClosed(1, 50).mapToObj(DemoPlant::operator))
          .toList();

  private DemoPlant() {}

  private static Person operator(int number) {
    return new Person("op%02d".formatted(number), "操作員 %02d".formatted(number), "生產", "operators");
  }

  static List<Person> benchUsers(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            number ->
                new Person(
                    "bench%04d".formatted(number),
                    "Bench %04d".formatted(number),
                    "Bench",
                    "operators"))
        .toList();
  }
}
