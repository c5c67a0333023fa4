package org.andon.room.testing;

import static org.andon.room.testing.People.EDITOR;
import static org.andon.room.testing.People.OWNER;
import static org.andon.room.testing.People.VIEWER;
import static org.andon.room.testing.People.as;

import java.util.List;
import java.util.Map;

/** Rooms to test with. */
public final class Rooms {
  private Rooms() {}

  /** Owned by OWNER, with EDITOR and VIEWER; version 1. Returns its id. */
  public static String staffed() {
    return create(
        OWNER,
        Map.of(
            "title", "3 號線烤箱溫度異常",
            "incident_type", "equipment_failure",
            "severity", "high",
            "location", "Line 3",
            "members",
                List.of(
                    Map.of("user_id", EDITOR, "role", "EDITOR"),
                    Map.of("user_id", VIEWER, "role", "VIEWER"))));
  }

  public static String create(String userId, Map<String, Object> request) {
    return as(userId)
        .body(request)
        .post("/api/rooms")
        .then()
        .statusCode(201)
        .extract()
        .path("room_id");
  }

  public static void resolve(String roomId) {
    as(OWNER)
        .body(Map.of("status", "resolved", "resolution_notes", "更換溫度感測器"))
        .put("/api/rooms/{id}/status", roomId)
        .then()
        .statusCode(200);
  }

  public static void archive(String roomId) {
    resolve(roomId);
    as(OWNER)
        .body(Map.of("status", "archived"))
        .put("/api/rooms/{id}/status", roomId)
        .then()
        .statusCode(200);
  }
}
