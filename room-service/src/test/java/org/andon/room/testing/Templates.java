package org.andon.room.testing;

import static org.andon.room.testing.People.ADMIN;
import static org.andon.room.testing.People.EDITOR;
import static org.andon.room.testing.People.VIEWER;
import static org.andon.room.testing.People.as;

import java.util.List;
import java.util.Map;

/** Templates to test with. */
public final class Templates {
  private Templates() {}

  /** With EDITOR as an OWNER, VIEWER as such, and two things to do. */
  public static Map<String, Object> oven() {
    return Map.of(
        "name", "烤箱異常",
        "incident_type", "equipment_failure",
        "severity", "high",
        "title", "烤箱溫度異常",
        "description", "先停線",
        "members",
            List.of(
                Map.of("user_id", EDITOR, "role", "OWNER"),
                Map.of("user_id", VIEWER, "role", "VIEWER")),
        "checklist", List.of(Map.of("text", " 停線 "), Map.of("text", "掛牌上鎖 🔒")));
  }

  /** A temperature of 60 to 80 °C, and whether the guard is open. */
  public static List<Map<String, Object>> fields() {
    return List.of(
        Map.of(
            "name", " temperature ",
            "label", "溫度",
            "unit", "°C",
            "type", "number",
            "low", 60,
            "high", 80.0),
        Map.of("name", "guard", "type", "choice", "choices", List.of("open", "closed")));
  }

  /** Returns the template's id. */
  public static String make() {
    return as(ADMIN)
        .body(oven())
        .post("/api/room-templates")
        .then()
        .statusCode(201)
        .extract()
        .path("template_id");
  }
}
