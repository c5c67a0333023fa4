package org.andon.e2e;

import static org.andon.testkit.RoomClient.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report of an incident in which everything has happened, through the gateway. */
@ExtendWith(SharedStack.class)
class ReportIT {
  private final Person wei;
  private final Person mei;
  private final Person john;

  ReportIT(Stack stack) {
    this.wei = Person.signIn(stack, "li.wei");
    this.mei = Person.signIn(stack, "chen.mei");
    this.john = Person.signIn(stack, "john.doe");
  }

  private UUID incident() throws IOException {
    UUID room = wei.createRoom("3 號線烤箱溫度異常", Map.of(mei.userId(), "EDITOR"));
    String photo =
        mei.request()
            .multiPart("file", "儀表.png", png(), "image/png")
            .post("/api/rooms/{room}/files", room)
            .then()
            .statusCode(201)
            .extract()
            .path("file_id");
    try (RoomClient talk = mei.open(room)) {
      String cause = said(talk, frame("message", "content", "熱電偶 TC-6 老化"));
      String slip = said(talk, frame("message", "content", "機密"));
      talk.call(frame("edit_message", "message_id", cause, "content", "熱電偶 TC-7 老化"));
      talk.call(frame("delete_message", "message_id", slip));
      talk.call(frame("mark", "message_id", cause, "mark", "root_cause"));
      talk.call(
          frame("message", "message_type", "image_ref", "content", "defect", "file_id", photo));
      measured(talk, "2026-11-22T01:05:00Z", 245);
      measured(talk, "2026-11-22T01:06:00Z", 251);
      measured(talk, "2026-11-22T01:09:00Z", 198);
    }
    wei.request()
        .contentType("application/json")
        .body(Map.of("root_cause", "熱電偶老化", "corrective_actions", "更換熱電偶"))
        .patch("/api/rooms/{room}", room)
        .then()
        .statusCode(200);
    return room;
  }

  private static String said(RoomClient client, ObjectNode frame) {
    return client.call(frame).get("message_id").asText();
  }

  private static void measured(RoomClient client, String time, int temperature) {
    Map<String, Object> reading = Map.of("timestamp", time, "temperature", temperature);
    client.call(frame("message", "message_type", "incident_data", "content", reading));
  }

  private Response report(Person reader, UUID room, String format, String language) {
    return reader
        .request()
        .get("/api/rooms/{room}/report?format={format}&lang={lang}", room, format, language);
  }

  @ParameterizedTest
  @CsvSource({"zh-TW, 根本原因", "en, Root cause"})
  void it_is_there_in_every_format_and_language(String language, String rootCause)
      throws IOException {
    UUID room = incident();

    String html = text(report(wei, room, "html", language), "text/html");
    String markdown = text(report(mei, room, "md", language), "text/markdown");
    String json = text(report(mei, room, "json", language), "application/json");
    byte[] pdf = bytes(report(mei, room, "pdf", language), "application/pdf");

    assertThat(html)
        .contains(rootCause, "熱電偶老化", "熱電偶 TC-6 老化", "熱電偶 TC-7 老化", "儀表.png", "<polyline")
        .contains("data:image/jpeg;base64,")
        .doesNotContain("機密");
    assertThat(markdown).contains(rootCause, "熱電偶 TC\\-7 老化", "儀表\\.png").doesNotContain("機密");
    assertThat(json).contains("\"mark\":\"root_cause\"", "\"count\":3").doesNotContain("機密");
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
  }

  @Test
  void who_is_not_in_the_room_gets_none() throws IOException {
    UUID room = incident();

    report(john, room, "pdf", "en").then().statusCode(403).body("code", equalTo("forbidden"));
  }

  private static String text(Response report, String type) {
    return new String(bytes(report, type), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Response report, String type) {
    return report.then().statusCode(200).contentType(startsWith(type)).extract().asByteArray();
  }

  private static byte[] png() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "png", png);
    return png.toByteArray();
  }
}
