package org.andon.room.alarm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.andon.room.testing.RoomStack;
import org.andon.room.testing.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RoomStack.class)
class AlarmTroubleTest {
  @Inject AlarmFeed feed;
  @Inject DataSource database;
  RoomStack stack;

  private final Line line = new Line();

  @Test
  void what_several_pods_hear_at_one_moment_opens_one_room_and_is_told_once() throws Exception {
    Line.make(line.oven);
    List<Callable<Void>> pods =
        IntStream.range(0, 12)
            .<Callable<Void>>mapToObj(
                i -> () -> hear(i % 3 == 2 ? Line.CLEARED : Line.RAISED, i % 2))
            .toList();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var heard : threads.invokeAll(pods)) {
        heard.get();
      }
    }

    assertThat(line.rooms()).hasSize(1);
    await().atMost(Line.SOON).until(() -> line.told(line.room()).size() == 4);
    assertThat(line.told(line.room())).containsExactlyInAnyOrder("+a0", "-a0", "+a1", "-a1");
  }

  private Void hear(String type, int alarm) throws Exception {
    var record =
        new ConsumerRecord<>(
            "plant.alarms.v1", 0, 0, line.name, line.alarm("a" + alarm).getBytes(UTF_8));
    record.headers().add("ce_type", type.getBytes(UTF_8));
    feed.hear(record);
    return null;
  }

  @Test
  void a_line_whose_alarm_waits_does_not_hold_up_all_others() throws SQLException {
    String template = Line.make(line.oven);
    List<Line> others = Stream.generate(Line::new).limit(12).toList();
    others.forEach(other -> Line.make(other.oven));

    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement turn =
          connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
        turn.setString(1, template + " " + line.oven);
        turn.execute();
      }
      line.raise("a1");
      others.forEach(other -> other.raise("a1"));

      // Some share the consumer that waits, and which ones is by their names.
      await().atMost(Duration.ofSeconds(20)).until(() -> openRooms(others) >= 3);
      assertThat(line.rooms()).isEmpty();
      connection.rollback();
    }

    assertThat(line.told(line.room())).containsExactly("+a1");
    await().atMost(Line.SOON).until(() -> openRooms(others) == others.size());
  }

  private static long openRooms(List<Line> lines) {
    return lines.stream().filter(other -> !other.rooms().isEmpty()).count();
  }

  @Test
  void what_is_no_alarm_is_passed_over() {
    Line.make(line.oven);
    String alarm = line.alarm("x");
    for (String value :
        List.of(
            "{",
            "[]",
            "null",
            "{}",
            "",
            alarm.replace("\"text\"", "\"txt\""),
            alarm.replace(" x\"", "\\u0000\""),
            alarm.replace(" x\"", "\\ud800\""),
            alarm.replace("溫度過高", "t".repeat(2_001)),
            alarm.replace("溫度過高", "t".repeat(70_000)),
            alarm.replace("92.5", "{}"),
            alarm.replace("92.5", "1e400"),
            alarm.replace("92.5", "9".repeat(2_000)),
            alarm.replace("closed", "\\u0000"),
            line.alarm("x", "\"severity\":\"bad\","))) {
      line.put(Line.RAISED, value);
    }
    line.put("plant.alarm.unheard_of", alarm);
    Topic.put("plant.alarms.v1", line.name, Map.of(), alarm);
    line.put(Line.RAISED, alarm.replace(line.oven, "where no template is"));
    line.put(Line.CLEARED, alarm.replace(line.oven, "where no template is"));

    line.raise("a1");

    assertThat(line.told(line.room())).containsExactly("+a1");
  }

  @Test
  void an_alarm_that_is_longer_than_a_title_is_told_whole() {
    Line.make(line.oven);

    line.put(Line.RAISED, line.alarm("a1").replace("溫度過高", "🔥".repeat(2_000)));

    line.room();
    assertThat((String) line.rooms().getFirst().get("title"))
        .startsWith("烤箱溫度異常: 🔥")
        .endsWith("🔥…")
        .satisfies(title -> assertThat(title.codePointCount(0, title.length())).isEqualTo(200));
  }

  @Test
  void an_alarm_that_comes_while_the_database_is_away_is_told_when_it_is_back() {
    Line.make(line.oven);

    stack.stopPostgres();
    line.raise("a1");
    line.clear("a1");
    stack.startPostgresAgain();

    await().atMost(Line.SOON).ignoreExceptions().until(() -> !line.rooms().isEmpty());
    String room = line.room();
    await().atMost(Line.SOON).until(() -> line.told(room).equals(List.of("+a1", "-a1")));
  }

  @Test
  void alarms_are_heard_again_when_kafka_was_away() {
    Line.make(line.oven);
    line.raise("a1");
    String room = line.room();

    stack.stopKafka();
    stack.startKafkaAgain();
    line.raise("a2");

    await().atMost(Line.SOON).until(() -> line.told(room).equals(List.of("+a1", "+a2")));
  }
}
