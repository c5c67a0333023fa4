package org.andon.e2e;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several who change one room at the same moment, through the gateway. */
@ExtendWith(SharedStack.class)
class RoomRaceIT {
  private static final int AT_ONCE = 8;

  private final Person wei;
  private final Person mei;

  RoomRaceIT(Stack stack) {
    wei = Person.signIn(stack, "li.wei");
    mei = Person.signIn(stack, "chen.mei");
  }

  @Test
  void of_those_who_edit_the_same_version_one_wins_and_the_others_are_told() throws Exception {
    UUID room = wei.createRoom("烤箱", Map.of(mei.userId(), "OWNER"));

    List<Response> answers = atOnce(edit(room, Map.of("version", 1)));

    assertThat(answers.stream().filter(it -> it.statusCode() == 200)).hasSize(1);
    assertThat(answers.stream().filter(it -> it.statusCode() == 409))
        .hasSize(AT_ONCE - 1)
        .allSatisfy(it -> it.then().body("code", equalTo("version_conflict")));
    wei.request().get("/api/rooms/{id}", room).then().body("version", equalTo(2));
  }

  @Test
  void edits_that_name_no_version_follow_one_another_and_none_is_lost() throws Exception {
    UUID room = wei.createRoom("烤箱", Map.of(mei.userId(), "OWNER"));

    List<Response> answers = atOnce(edit(room, Map.of()));

    assertThat(answers).allSatisfy(it -> it.then().statusCode(200));
    assertThat(answers.stream().map(it -> it.<Integer>path("version")))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(2, AT_ONCE + 1).boxed().toList());
    wei.request()
        .get("/api/rooms/{id}/activity", room)
        .then()
        .body("items.size()", equalTo(AT_ONCE + 1));
  }

  @RepeatedTest(5)
  void of_two_owners_who_leave_at_the_same_moment_one_stays() throws Exception {
    UUID room = wei.createRoom("烤箱", Map.of(mei.userId(), "OWNER"));

    List<Response> answers = atOnce(List.of(() -> leave(wei, room), () -> leave(mei, room)));

    assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(204, 409);
    boolean weiStays = answers.getFirst().statusCode() == 409;
    answers.get(weiStays ? 0 : 1).then().body("code", equalTo("last_owner"));
    Person stays = weiStays ? wei : mei;
    stays
        .request()
        .get("/api/rooms/{id}/members", room)
        .then()
        .body("items.user_id", equalTo(List.of(stays.userId())))
        .body("items.role", equalTo(List.of("OWNER")));
  }

  private static Response leave(Person person, UUID room) {
    return person.request().delete("/api/rooms/{id}/members/{user}", room, person.userId());
  }

  /** Each with a text of its own, by the two owners in turn. */
  private List<Callable<Response>> edit(UUID room, Map<String, Integer> version) {
    return IntStream.range(0, AT_ONCE)
        .<Callable<Response>>mapToObj(
            i ->
                () -> {
                  Map<String, Object> body = new HashMap<>(version);
                  body.put("description", "edit " + i);
                  return (i % 2 == 0 ? wei : mei)
                      .request()
                      .contentType("application/json")
                      .body(body)
                      .patch("/api/rooms/{id}", room);
                })
        .toList();
  }

  private static List<Response> atOnce(List<Callable<Response>> calls) throws Exception {
    CyclicBarrier start = new CyclicBarrier(calls.size());
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Response>> answers =
          calls.stream()
              .map(
                  call ->
                      people.submit(
                          () -> {
                            start.await();
                            return call.call();
                          }))
              .toList();
      people.shutdown();
      assertThat(people.awaitTermination(30, SECONDS)).isTrue();
      return answers.stream().map(Future::resultNow).toList();
    }
  }
}
