package org.andon.messaging.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.andon.messaging.message.Roster.Member;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RosterTest {
  private static final String WEI = "li.wei@plant.example";
  private static final String MEI = "chen.mei@plant.example";
  private static final String JOHN = "john.doe@plant.example";
  private static final String JO = "jo@plant.example";
  private static final String OP1 = "op01@plant.example";
  private static final String TEAM = "maintenance_team@plant.example";

  private final Roster roster =
      new Roster(
          List.of(
              new Member(WEI, "李偉"),
              new Member(MEI, "陳美"),
              new Member(JOHN, "John Doe"),
              new Member(JO, null),
              new Member(OP1, "操作員 01"),
              new Member(TEAM, " ")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@li.wei please look          | li.wei@plant.example",
        "please look, @li.wei.        | li.wei@plant.example",
        "(@LI.Wei)                    | li.wei@plant.example",
        "ask @li.wei@plant.example!   | li.wei@plant.example",
        "@陳美請看                     | chen.mei@plant.example",
        "請@陳美看                     | chen.mei@plant.example",
        "＠陳美                        | chen.mei@plant.example",
        "＠ｌｉ．ｗｅｉ 看一下           | li.wei@plant.example",
        "@john.doe請看                 | john.doe@plant.example",
        "@John Doe, please            | john.doe@plant.example",
        "@john　doe                    | john.doe@plant.example",
        "@操作員 01請看                | op01@plant.example",
        "@maintenance_team Please     | maintenance_team@plant.example",
        "@jo.x                        | jo@plant.example",
        "@@jo                         | jo@plant.example"
      })
  void a_member_is_found_by_address_account_or_name(String text, String userId) {
    assertThat(roster.mentionedIn(text)).containsExactly(userId);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "li.wei",
        "@li.weird",
        "@nobody",
        "x@li.wei",
        "7@jo",
        "@ li.wei",
        "@li",
        "@op012",
        "@操作員 012"
      })
  void what_names_no_member_mentions_nobody(String text) {
    assertThat(roster.mentionedIn(text)).isEmpty();
  }

  @Test
  void the_longest_name_wins() {
    Roster ambiguous =
        new Roster(
            List.of(
                new Member("a@x", "陳"),
                new Member("b@x", "陳美"),
                new Member("c@x", "陳美玲"),
                new Member("d@x", "陳秀")));

    assertThat(ambiguous.mentionedIn("@陳美玲")).containsExactly("c@x");
    assertThat(ambiguous.mentionedIn("@陳美看")).containsExactly("b@x");
    assertThat(ambiguous.mentionedIn("@陳先生 @陳")).containsExactly("a@x");
  }

  @Test
  void people_are_listed_once_in_the_order_they_are_mentioned() {
    assertThat(roster.mentionedIn("@jo @陳美 @li.wei @JO @chen.mei")).containsExactly(JO, MEI, WEI);
  }

  @Test
  void all_who_share_a_name_are_meant() {
    Roster two = new Roster(List.of(new Member("mei2@x", "陳美"), new Member("mei1@x", "陳美")));

    assertThat(two.mentionedIn("@陳美")).containsExactly("mei1@x", "mei2@x");
  }

  @Test
  void mentions_that_were_given_come_first_in_lower_case() {
    assertThat(roster.join(List.of("Guest@Plant.example", "LI.WEI@plant.example"), "@li.wei @陳美"))
        .containsExactly("guest@plant.example", WEI, MEI);
  }

  @Test
  void an_empty_room_mentions_nobody() {
    assertThat(new Roster(List.of()).mentionedIn("@li.wei")).isEmpty();
  }

  @Test
  void the_longest_text_in_the_largest_room_takes_no_time_to_speak_of() {
    Roster large =
        new Roster(
            IntStream.rangeClosed(1, 500)
                .mapToObj(i -> new Member("a".repeat(i % 60 + 1) + i + "@x", "a".repeat(i)))
                .toList());
    String text = ("@" + "a".repeat(99)).repeat(100);

    Assertions.assertTimeout(
        Duration.ofSeconds(1), () -> assertThat(large.mentionedIn(text)).isNotEmpty());
    Assertions.assertTimeout(
        Duration.ofSeconds(1), () -> assertThat(large.mentionedIn("@".repeat(10_000))).isEmpty());
  }
}
