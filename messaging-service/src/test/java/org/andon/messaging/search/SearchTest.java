package org.andon.messaging.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.TestRoom;
import org.andon.messaging.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found, and what of it is shown. */
@QuarkusTest
@QuarkusTestResource(Backing.class)
class SearchTest extends Searching {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          烤箱溫度異常，請處理         | 溫度
          烤箱溫度異常，請處理         | 溫度異常
          烤箱溫度異常，請處理         | 理
          烤箱溫度異常，請處理         | 箱
          3號線烤箱                    | 3號線
          更換料號 AX-4012 完成        | AX-4012
          更換料號 AX-4012 完成        | ax-4012
          更換料號 AX-4012 完成        | ＡＸ－４０１２
          更換料號 ＡＸ－４０１２ 完成 | AX-4012
          see D:\\logs\\oven3          | D:\\logs\\oven3
          see D:\\logs\\oven3          | oven3
          see /var/log/oven_3.log      | oven_3.log
          see /var/log/oven_3.log      | log
          Motor OVERHEATED again       | overheated
          ｱﾗｰﾑ発生                     | アラーム
          アラーム発生                 | ｱﾗｰﾑ
          アラーム発生                 | ア
          경보 발생                    | 경보
          done 👍                      | 👍
          𠀀𠀁𠀂號機                   | 𠀁
          85.5°C on line 3             | 85.5
          error:E-17 at 10:15          | E-17
          it's Wang's O'Ring           | o'ring
          """)
  void words_are_found_as_people_write_them(String message, String q) {
    room.post(wei, "something else", message);

    assertThat(found(q)).containsExactly(message);
  }

  @Test
  void all_words_must_be_there_in_any_order() {
    room.post(wei, "溫度 alarm line 3", "alarm on line 4", "溫度正常");

    assertThat(found("alarm 溫度")).containsExactly("溫度 alarm line 3");
    assertThat(found("line alarm")).hasSize(2);
  }

  @Test
  void a_quoted_phrase_is_found_in_its_order_alone() {
    room.post(wei, "pressure valve closed", "valve pressure low", "閥 壓力 低");

    assertThat(found("\"valve pressure\"")).containsExactly("valve pressure low");
    assertThat(found("“valve pressure”")).containsExactly("valve pressure low");
    assertThat(found("\"壓力 低")).containsExactly("閥 壓力 低");
    assertThat(found("\"壓力 閥\"")).isEmpty();
  }

  @Test
  void characters_that_do_not_stand_together_are_no_word() {
    room.post(wei, "溫水的度數", "AX 17 4012");

    assertThat(found("溫度")).isEmpty();
    assertThat(found("AX-4012")).isEmpty();
  }

  @Test
  void what_was_found_is_marked_and_all_else_escaped() {
    room.post(wei, "<img src=x onerror=alert(1)> 烤箱溫度異常 & \"oven\" isn't <b>ok</b>");

    search("溫度異常 OVEN b")
        .body(
            "items[0].highlights",
            contains(
                "&lt;img src=x onerror=alert(1)&gt; 烤箱<mark>溫度異常</mark> &amp; &quot;"
                    + "<mark>oven</mark>&quot; isn&#39;t &lt;<mark>b</mark>&gt;ok"
                    + "&lt;/<mark>b</mark>&gt;"))
        .body("items[0].room_id", equalTo(room.id().toString()))
        .body("items[0].message.sequence_number", equalTo(1));
  }

  @Test
  void of_a_long_text_the_places_are_shown() {
    String far = "𠀀好".repeat(2_000);
    room.post(wei, far + "溫度" + far + "AX-4012" + "😀".repeat(100));

    List<String> highlights = search("溫度 AX-4012").extract().path("items[0].highlights");

    assertThat(highlights).hasSize(2);
    assertThat(highlights.get(0)).startsWith("…").endsWith("…").contains("<mark>溫度</mark>");
    assertThat(highlights.get(1)).contains("<mark>AX-4012</mark>😀");
    assertThat(highlights)
        .allSatisfy(fragment -> assertThat(fragment.length()).isBetween(100, 160))
        .allSatisfy(fragment -> assertThat(fragment).doesNotContain("\uFFFD", "?"));
  }

  @Test
  void the_last_word_of_ten_thousand_characters_is_found() {
    room.post(wei, "測試".repeat(4_990) + "，馬達異音");

    assertThat(found("馬達異音")).hasSize(1);
    assertThat(found("\"測試 馬達\"")).hasSize(1);
    assertThat(found("\"馬達 測試\"")).isEmpty();
  }

  @Test
  void structured_data_is_found_by_names_and_values() {
    room.postData(wei, "{\"溫度\": 85, \"machine\": {\"id\": \"AX-4012\"}, \"tags\": [\"night\"]}");

    search("溫度 AX-4012 night 85")
        .body("items.message.message_type", contains("incident_data"))
        .body("items[0].message.content.machine.id", equalTo("AX-4012"))
        .body(
            "items[0].highlights",
            contains(
                "<mark>溫度</mark>: <mark>85</mark>, machine: id: <mark>AX-4012</mark>,"
                    + " tags: <mark>night</mark>"));
  }

  @Test
  void an_edited_message_is_found_by_what_it_says_now() {
    String message = room.post(wei, "壓力過高")[0];

    room.edit(wei, message, "\"溫度過高\"");

    assertThat(found("壓力")).isEmpty();
    assertThat(found("溫度")).containsExactly("溫度過高");
  }

  @Test
  void a_deleted_message_is_found_no_more() {
    String message = room.post(wei, "壓力過高")[0];

    room.delete(wei, message);

    assertThat(found("壓力")).isEmpty();
  }

  @Test
  void only_the_callers_rooms_are_searched() {
    TestRoom other = new TestRoom(base, mei);
    room.post(wei, "wei says 溫度");
    other.post(mei, "mei says 溫度");

    assertThat(found("溫度")).containsExactly("wei says 溫度");
    search(Tokens.of(mei), "溫度", Map.of())
        .body("items.message.content", containsInAnyOrder("wei says 溫度", "mei says 溫度"));
    search(Tokens.of(mei), "溫度", Map.of("room_id", other.id()))
        .body("items.message.content", contains("mei says 溫度"));
    search(Tokens.of(wei), "溫度", Map.of("room_id", other.id())).statusCode(403);
    search(Tokens.of(wei), "溫度", Map.of("room_id", UUID.randomUUID())).statusCode(404);
    search(Tokens.ofAdmin("admin@plant.example"), "溫度", Map.of("room_id", other.id()))
        .body("items.message.content", contains("mei says 溫度"));
    search(Tokens.ofAdmin("admin@plant.example"), "溫度", Map.of()).body("items", empty());
  }
}
