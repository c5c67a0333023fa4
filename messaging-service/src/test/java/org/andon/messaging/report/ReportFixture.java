package org.andon.messaging.report;

import static io.restassured.RestAssured.given;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.andon.contracts.IncidentRoom;
import org.andon.messaging.support.Neighbours;
import org.andon.messaging.support.TestRoom;
import org.andon.messaging.support.Tokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;

/** A resolved incident with two members, as room-service and file-service tell of it. */
public abstract class ReportFixture {
  protected static final String WEI = "lin.hao@plant.example";
  protected static final String MEI = "zhao.min@plant.example";
  protected static final String STRANGER = "stranger@plant.example";
  protected static final String SHA256 =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  private static final List<IncidentRoom.Field> TEMPERATURE =
      List.of(
          new IncidentRoom.Field(
              "temperature",
              "溫度",
              "°C",
              "number",
              new BigDecimal(180),
              new BigDecimal(250),
              List.of()));

  @TestHTTPResource("/")
  protected URI base;

  @Inject AgroalDataSource dataSource;

  protected final UUID photo = UUID.randomUUID();
  protected TestRoom room;

  @BeforeEach
  void anIncident() {
    room = new TestRoom(base, WEI, MEI);
    String path = "/api/rooms/" + room.id();
    Neighbours.answer(path, incident(room.id()));
    Neighbours.answer(
        path + "/members",
        list(
            """
            {"user_id":"%s","role":"OWNER","joined_at":"2026-11-22T01:00:00.000Z"},
            {"user_id":"%s","role":"EDITOR","joined_at":"2026-11-22T01:00:00.000Z"}\
            """
                .formatted(WEI, MEI)));
    Neighbours.answer(
        path + "/checklist",
        list(
            """
            {"item_id":"%s","text":"關閉加熱器","done":true,"done_by":"%s","done_at":"2026-11-22T01:20:00.000Z"},
            {"item_id":"%s","text":"通知品保","done":false,"done_by":null,"done_at":null}\
            """
                .formatted(UUID.randomUUID(), MEI, UUID.randomUUID())));
    Neighbours.answer(
        path + "/files",
        list(
            """
            {"file_id":"%s","room_id":"%s","file_name":"烤箱<3>.png","content_type":"image/png","size":48213,
             "sha256":"%s","uploaded_by":"%s","uploaded_at":"2026-11-22T01:10:00.000Z"}\
            """
                .formatted(photo, room.id(), SHA256, MEI)));
    Neighbours.knowFile(photo, room.id());
    Neighbours.answer("/api/files/" + photo + "/preview", picture());
    Neighbours.knowPerson(WEI, "李偉");
    Neighbours.knowPerson(MEI, "陳美");
  }

  /** The messages to come are held against the limits that the report shows. */
  void expectTemperature() {
    long version = room.expect(TEMPERATURE, WEI, MEI);
    Awaitility.await().until(() -> projected() == version);
  }

  void raiseAlarm(double temperature) {
    Map<String, Object> readings = Map.of("temperature", temperature);
    room.raise(
        TEMPERATURE, Map.of("alarm_id", "L3-1", "text", "溫度過高", "readings", readings), WEI, MEI);
    Awaitility.await().until(() -> text("format=json").contains("alarm_raised"));
  }

  private long projected() throws SQLException {
    try (var connection = dataSource.getConnection();
        var select =
            connection.prepareStatement("SELECT version FROM incident_rooms WHERE room_id = ?")) {
      select.setObject(1, room.id());
      try (var row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static String incident(UUID id) {
    return """
    {"room_id":"%s","title":"3 號線烤箱溫度異常 <Oven & Co>","incident_type":"equipment_failure",
     "severity":"high","status":"resolved","location":"Line 3","description":"烤箱溫度超過上限",
     "created_by":"%s","created_at":"2026-11-22T01:00:00.000Z","first_response_at":"2026-11-22T01:04:00.000Z",
     "resolved_at":"2026-11-22T02:23:00.000Z","reopened_at":null,"resolution_notes":"已更換感測器",
     "archived_at":null,"root_cause":"熱電偶老化","corrective_actions":"更換熱電偶 TC-7",
     "preventive_actions":"每季檢查",
     "fields":[{"name":"temperature","label":"溫度","unit":"°C","type":"number","low":180,"high":250,"choices":[]}],"downtime_seconds":4980,"my_role":"OWNER","version":7}\
    """
        .formatted(id, WEI);
  }

  private static String list(String items) {
    return "{\"items\":[%s],\"pagination\":{\"limit\":200,\"has_more\":false,\"next\":null}}"
        .formatted(items);
  }

  private static byte[] picture() {
    BufferedImage image = new BufferedImage(480, 320, BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = image.createGraphics();
    drawing.setColor(new Color(0xD9730D));
    drawing.fillOval(140, 60, 200, 200);
    drawing.dispose();
    try (ByteArrayOutputStream jpeg = new ByteArrayOutputStream()) {
      ImageIO.write(image, "jpeg", jpeg);
      return jpeg.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Response report(String user, String query) {
    return given()
        .auth()
        .oauth2(Tokens.of(user))
        .get("/api/rooms/" + room.id() + "/report?" + query);
  }

  String text(String query) {
    return report(WEI, query).then().statusCode(200).extract().asString();
  }
}
