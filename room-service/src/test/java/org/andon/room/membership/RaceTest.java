package org.andon.room.membership;

import static org.andon.room.testing.People.EDITOR;
import static org.andon.room.testing.People.OUTSIDER;
import static org.andon.room.testing.People.OWNER;
import static org.andon.room.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.andon.room.testing.RoomStack;
import org.andon.room.testing.Rooms;
import org.junit.jupiter.api.RepeatedTest;

@QuarkusTest
@QuarkusTestResource(RoomStack.class)
class RaceTest {

  @RepeatedTest(5)
  void of_two_owners_who_leave_at_once_one_stays() throws Exception {
    String room = ownedByTwo();

    List<Integer> answers = atOnce(() -> leave(OWNER, room), () -> leave(EDITOR, room));

    assertThat(answers).containsExactlyInAnyOrder(204, 409);
    assertThat(owners(room)).hasSize(1);
  }

  @RepeatedTest(5)
  void of_two_owners_who_step_down_at_once_one_stays() throws Exception {
    String room = ownedByTwo();

    List<Integer> answers =
        atOnce(() -> put(OWNER, OWNER, "VIEWER", room), () -> put(EDITOR, EDITOR, "VIEWER", room));

    assertThat(answers).containsExactlyInAnyOrder(200, 409);
    assertThat(owners(room)).hasSize(1);
  }

  @RepeatedTest(5)
  void of_two_owners_who_put_each_other_out_at_once_one_stays() throws Exception {
    String room = ownedByTwo();

    List<Integer> answers =
        atOnce(() -> put(OWNER, EDITOR, "VIEWER", room), () -> put(EDITOR, OWNER, "VIEWER", room));

    assertThat(answers).containsExactlyInAnyOrder(200, 403);
    assertThat(owners(room)).hasSize(1);
  }

  @RepeatedTest(3)
  void someone_added_many_times_at_once_is_a_member_once() throws Exception {
    String room = Rooms.staffed();
    Callable<Integer> add = () -> put(OWNER, OUTSIDER, "VIEWER", room);

    List<Integer> answers = atOnce(add, add, add, add);

    assertThat(answers).containsOnly(200);
    var seen = as(OWNER).get("/api/rooms/{id}", room).then().extract();
    assertThat(seen.<Integer>path("member_count")).isEqualTo(4);
    assertThat(seen.<Integer>path("version")).isEqualTo(2);
  }

  @RepeatedTest(3)
  void of_many_edits_of_one_version_one_wins() throws Exception {
    String room = Rooms.staffed();
    List<Callable<Integer>> edits =
        IntStream.range(0, 6)
            .<Callable<Integer>>mapToObj(
                i ->
                    () ->
                        as(OWNER)
                            .body(Map.of("title", "edit " + i, "version", 1))
                            .patch("/api/rooms/{id}", room)
                            .statusCode())
            .toList();

    List<Integer> answers = atOnce(edits.toArray(Callable[]::new));

    assertThat(answers).containsOnlyOnce(200).filteredOn(it -> it != 200).containsOnly(409);
    assertThat(as(OWNER).get("/api/rooms/{id}", room).<Integer>path("version")).isEqualTo(2);
  }

  private static String ownedByTwo() {
    String room = Rooms.staffed();
    assertThat(put(OWNER, EDITOR, "OWNER", room)).isEqualTo(200);
    return room;
  }

  private static int leave(String user, String room) {
    return as(user).delete("/api/rooms/{id}/members/{user}", room, user).statusCode();
  }

  private static int put(String caller, String user, String role, String room) {
    return as(caller)
        .body(Map.of("role", role))
        .put("/api/rooms/{id}/members/{user}", room, user)
        .statusCode();
  }

  private static List<String> owners(String room) {
    return as(org.andon.room.testing.People.ADMIN)
        .get("/api/rooms/{id}/members", room)
        .path("items.findAll { it.role == 'OWNER' }.user_id");
  }

  @SafeVarargs
  private static List<Integer> atOnce(Callable<Integer>... calls)
      throws InterruptedException, ExecutionException {
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> answers = callers.invokeAll(List.of(calls));
      List<Integer> codes = new java.util.ArrayList<>();
      for (Future<Integer> answer : answers) {
        codes.add(answer.get());
      }
      return codes;
    }
  }
}
