package org.andon.messaging.gateway;

import static io.restassured.RestAssured.given;
import static org.andon.testkit.RoomClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.andon.messaging.support.Backing;
import org.andon.messaging.support.Tokens;
import org.andon.testkit.RoomClient;
import org.andon.testkit.RoomState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stale snapshot and the frames since are a fresh fetch, after every kind of change. */
@QuarkusTest
@QuarkusTestResource(Backing.class)
class ReplayTest extends RoomFixture {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String[] EMOJI = {"👍", "🔥", "👀"};
  private static final int OPERATIONS = 40;

  private JsonNode get(String path) {
    String body =
        given()
            .auth()
            .oauth2(Tokens.of(WEI))
            .get("/api/rooms/" + room + path)
            .then()
            .statusCode(200)
            .extract()
            .asString();
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private RoomState fetch() {
    return RoomState.of(get("/messages?limit=200"));
  }

  private static void doSomething(RoomClient client, Random random, List<String> ids) {
    String id = ids.isEmpty() ? null : ids.get(random.nextInt(ids.size()));
    String emoji = EMOJI[random.nextInt(EMOJI.length)];
    JsonNode answer =
        switch (id == null ? 0 : random.nextInt(10)) {
          case 0, 1 -> client.call(frame("message", "content", "溫度 " + random.nextInt(100)));
          case 2 ->
              client.call(
                  frame(
                      "message",
                      "message_type",
                      "incident_data",
                      "content",
                      java.util.Map.of("temperature", random.nextInt(100))));
          case 3, 4 ->
              client.call(
                  frame("edit_message", "message_id", id, "content", "edit " + random.nextInt()));
          case 5 -> client.call(frame("delete_message", "message_id", id));
          case 6 -> client.call(frame("add_reaction", "message_id", id, "emoji", emoji));
          case 7 -> client.call(frame("mark", "message_id", id, "mark", mark(random)));
          default -> client.call(frame("remove_reaction", "message_id", id, "emoji", emoji));
        };
    if (answer.path("changed").asBoolean() && !ids.contains(answer.get("message_id").asText())) {
      ids.add(answer.get("message_id").asText());
    }
  }

  /** Null one time in five. */
  private static String mark(Random random) {
    String[] marks = {"root_cause", "decision", "action", "measurement", null};
    return marks[random.nextInt(marks.length)];
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void every_snapshot_and_the_frames_since_it_are_a_fresh_fetch(long seed) {
    Random random = new Random(seed);
    List<RoomState> snapshots = new ArrayList<>();
    snapshots.add(fetch());
    try (RoomClient wei = open(WEI);
        RoomClient mei = open(MEI)) {
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < OPERATIONS; i++) {
        doSomething(random.nextBoolean() ? wei : mei, random, ids);
        if (i % 7 == 0) {
          snapshots.add(fetch());
        }
      }
    }

    RoomState fresh = fetch();

    for (RoomState snapshot : snapshots) {
      long from = snapshot.last();
      try (RoomClient resumed = open(WEI, "?after=" + from)) {
        while (snapshot.last() < fresh.last()) {
          snapshot.apply(resumed.nextDurable());
        }
      }
      assertThat(snapshot).as("from number " + from).isEqualTo(fresh);
    }
  }

  @Test
  void a_client_that_resumes_while_others_write_misses_nothing() {
    RoomState state = fetch();
    List<Thread> writers =
        IntStream.range(0, 3)
            .mapToObj(
                n ->
                    Thread.ofVirtual()
                        .start(
                            () -> {
                              Random random = new Random(n);
                              List<String> ids = new ArrayList<>();
                              try (RoomClient client = open(n == 0 ? WEI : MEI)) {
                                for (int i = 0; i < OPERATIONS; i++) {
                                  doSomething(client, random, ids);
                                }
                              }
                            }))
            .toList();

    RoomState live = RoomState.after(state.last());
    RoomClient listener = open(MEI, "?after=" + live.last());
    while (writers.stream().anyMatch(Thread::isAlive)) {
      try (RoomClient client = open(WEI, "?after=" + state.last())) {
        long target = client.next("welcome").get("last_sequence_number").asLong();
        while (state.last() < target) {
          state.apply(client.nextDurable());
        }
      }
    }

    RoomState fresh = fetch();
    try (RoomClient client = open(WEI, "?after=" + state.last())) {
      while (state.last() < fresh.last()) {
        state.apply(client.nextDurable());
      }
    }
    while (live.last() < fresh.last()) {
      live.apply(listener.nextDurable());
    }
    listener.close();
    assertThat(state).isEqualTo(fresh);
    assertThat(live).isEqualTo(fresh);
  }

  @Test
  void deleted_text_is_never_sent_again() {
    try (RoomClient wei = open(WEI)) {
      String id = wei.call(frame("message", "content", "secret one")).get("message_id").asText();
      wei.call(frame("edit_message", "message_id", id, "content", "secret two"));
      wei.call(frame("delete_message", "message_id", id));

      try (RoomClient resumed = open(MEI, "?after=0")) {
        List<JsonNode> frames =
            List.of(resumed.nextDurable(), resumed.nextDurable(), resumed.nextDurable());

        assertThat(frames.toString()).doesNotContain("secret");
        assertThat(frames.get(0).get("deleted_at").isTextual()).isTrue();
        assertThat(frames.get(1).get("content").isNull()).isTrue();
        assertThat(get("/events?after=0").toString()).doesNotContain("secret");
        assertThat(get("/messages").toString()).doesNotContain("secret");
      }
    }
  }

  @Test
  void the_events_over_http_are_the_frames_of_the_socket() {
    try (RoomClient wei = open(WEI)) {
      String id = wei.call(frame("message", "content", "one")).get("message_id").asText();
      wei.call(frame("add_reaction", "message_id", id, "emoji", "👍"));
      wei.call(frame("message", "content", "two"));
      List<JsonNode> live = List.of(wei.nextDurable(), wei.nextDurable(), wei.nextDurable());

      JsonNode first = get("/events?after=0&limit=2");
      JsonNode rest = get("/events?after=" + first.at("/pagination/next_after").asLong());

      assertThat(first.get("items")).containsExactly(live.get(0), live.get(1));
      assertThat(first.at("/pagination/has_more").asBoolean()).isTrue();
      assertThat(rest.get("items")).containsExactly(live.get(2));
      assertThat(rest.at("/pagination/has_more").asBoolean()).isFalse();
      assertThat(rest.at("/pagination/last_sequence_number").asLong()).isEqualTo(3);
    }
  }
}
