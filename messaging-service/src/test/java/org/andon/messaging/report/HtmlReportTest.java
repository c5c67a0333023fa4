package org.andon.messaging.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.andon.messaging.support.Backing;
import org.junit.jupiter.api.Test;

/** The report as a page. */
@QuarkusTest
@QuarkusTestResource(Backing.class)
class HtmlReportTest extends ReportFixture {
  @Test
  void it_tells_the_incident_with_its_times_in_the_plants_zone() {
    // Names come from the directory, which answers in its own time; nobody else has asked for
    // these.
    await().untilAsserted(() -> assertThat(text("lang=zh-TW")).contains("陳美"));

    assertThat(text("lang=zh-TW"))
        .contains("3 號線烤箱溫度異常 &lt;Oven &amp; Co&gt;")
        .contains("2026-11-22 09:00:00 +08:00")
        .contains("2026-11-22 09:04:00 +08:00 · 4 分鐘後")
        .contains("1 小時 23 分鐘")
        .contains("熱電偶老化", "更換熱電偶 TC-7", "每季檢查", "已更換感測器")
        .contains("負責人", "關閉加熱器", "已完成", "未完成");
  }

  @Test
  void it_tells_it_in_english_to_who_reads_that() {
    assertThat(text("lang=en"))
        .contains(
            "Incident report", "Equipment failure", "1 h 23 min", "after 4 min", "Root cause");
  }

  @Test
  void messages_stand_in_order_with_their_edits_and_without_what_was_deleted() {
    String[] ids = room.post(WEI, "溫度 250", "秘密 <b>", "停線");
    room.edit(WEI, ids[0], "\"溫度 245\"");
    room.edit(WEI, ids[1], "\"秘密 2\"");
    room.delete(WEI, ids[1]);
    room.react(MEI, ids[2], "👍");

    String html = text("lang=en");

    assertThat(html).containsSubsequence("溫度 245", "Before</span> 溫度 250", "After</span> 溫度 245");
    assertThat(html)
        .contains("Deleted by Name of " + WEI + " at ")
        .contains("👍 1")
        .doesNotContain("秘密");
    assertThat(html.indexOf("溫度 245")).isLessThan(html.indexOf("停線"));
  }

  @Test
  void what_people_wrote_is_text_and_the_page_loads_and_runs_nothing() {
    room.post(WEI, "<script>alert(1)</script><img src=x onerror=alert(2)>");

    Response report = report(WEI, "lang=en");

    assertThat(report.asString())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(2)&gt;")
        .doesNotContain("<script", "<img src=x");
    assertThat(report.header("Content-Security-Policy"))
        .startsWith("default-src 'none'; img-src data:; style-src 'sha256-");
    assertThat(report.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void photos_are_seen_with_name_and_hash_and_readings_as_table_and_chart() {
    room.postPhoto(MEI, "儀表照片", photo);
    room.postData(WEI, "{\"temperature\":245.5,\"timestamp\":\"2026-11-22T01:05:00Z\"}");
    room.postData(WEI, "{\"temperature\":251,\"timestamp\":\"2026-11-22T01:06:00Z\"}");
    room.postData(WEI, "{\"temperature\":198,\"timestamp\":\"2026-11-22T01:09:00Z\"}");

    assertThat(text("lang=en"))
        .contains("src=\"data:image/jpeg;base64,/9j/")
        .contains("烤箱&lt;3&gt;.png", "SHA-256 " + SHA256)
        .contains("<td>temperature</td><td>3</td><td>198</td><td>251</td><td>198</td>")
        .contains("<polyline points=\"4.0,");
  }

  @Test
  void readings_out_of_bounds_are_marked_and_limits_are_lines() {
    expectTemperature();
    room.postData(WEI, "{\"temperature\":245.5,\"timestamp\":\"2026-11-22T01:05:00Z\"}");
    room.postData(WEI, "{\"temperature\":260,\"timestamp\":\"2026-11-22T01:06:00Z\"}");

    String report = text("lang=en");

    assertThat(report)
        .contains("<td>260 <span class=\"beyond\">▲ above 250 °C</span></td>")
        .contains("<td>245.5</td>")
        .contains("<td>180 to 250 °C</td><td><span class=\"beyond\">▲ 1</span></td>")
        // From 180 at the bottom to 260 at the top.
        .contains("<line x1=\"0\" y1=\"116.0\"", "<line x1=\"0\" y1=\"18.0\"");
    assertThat(text("format=md&lang=zh-TW")).contains("260 \\(高於 250 °C\\)");
    assertThat(report(WEI, "format=json").jsonPath().getList("timeline.out_of_bounds.bound"))
        .contains(List.of("high"));
  }

  @Test
  void an_alarm_stands_in_the_timeline_with_its_readings_and_what_is_wrong_with_them() {
    raiseAlarm(260);

    assertThat(text("lang=en"))
        .contains("<p class=\"said\">alarm: 溫度過高</p>")
        .contains("<td>260.0 <span class=\"beyond\">▲ above 250 °C</span></td>")
        .contains("<td>180 to 250 °C</td><td><span class=\"beyond\">▲ 1</span></td>");
    assertThat(text("format=md&lang=zh-TW")).contains("> 警報：溫度過高", "260\\.0 \\(高於 250 °C\\)");
  }
}
