package org.andon.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.unboundid.ldap.sdk.LDAPException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One session ended, and no other: what is left of it anywhere. */
@ExtendWith(SharedStack.class)
class EndedSessionIT {
  private static final Duration PROMISED = Duration.ofSeconds(2);

  private final Stack stack;

  EndedSessionIT(Stack stack) {
    this.stack = stack;
  }

  @Test
  void ending_one_of_ones_own_sessions_leaves_the_other() {
    Person lost = Person.signIn(stack, "op16");
    Person kept = Person.signIn(stack, "op16");
    UUID room = lost.createRoom("烤箱", Map.of());

    try (RoomClient lostSocket = lost.open(room);
        RoomClient keptSocket = kept.open(room)) {
      lostSocket.next("welcome");
      keptSocket.next("welcome");
      kept.request().delete("/api/auth/sessions/{id}", session(lost)).then().statusCode(204);

      isOverEverywhere(lost, room);
      assertThat(lostSocket.closeCode()).isEqualTo(4401);
      keptSocket.post("still here");
      keptSocket.next("ack");
    }
    goesOnEverywhere(kept, room);
  }

  @Test
  void an_admin_ends_one_session_of_somebody_else() {
    Person admin = Person.signIn(stack, "admin");
    Person lost = Person.signIn(stack, "op17");
    Person kept = Person.signIn(stack, "op17");
    UUID room = lost.createRoom("烤箱", Map.of());

    try (RoomClient socket = lost.open(stack.messagingPods().getFirst(), room);
        RoomClient other = lost.open(stack.messagingPods().getLast(), room)) {
      socket.next("welcome");
      other.next("welcome");
      admin
          .request()
          .delete("/api/auth/users/{user}/sessions/{id}", lost.userId(), session(lost))
          .then()
          .statusCode(204);

      isOverEverywhere(lost, room);
      assertThat(socket.closeCode()).isEqualTo(4401);
      assertThat(other.closeCode()).isEqualTo(4401);
    }
    goesOnEverywhere(kept, room);
  }

  @Test
  void an_account_disabled_in_the_directory_is_out_everywhere() throws LDAPException {
    Person leaving = Person.signIn(stack, "op18");
    UUID room = leaving.createRoom("烤箱", Map.of());

    try (RoomClient socket = leaving.open(room)) {
      socket.next("welcome");
      stack.plantDirectory().disable("op18");
      try {
        assertThat(socket.closeCode()).isEqualTo(4401);
        isOverEverywhere(leaving, room);
        assertThat(RoomClient.refusal(stack.gateway(), "/ws/" + room, leaving.token()))
            .isEqualTo(401);
      } finally {
        stack.plantDirectory().enable("op18");
      }
    }
  }

  private static String session(Person person) {
    return person.request().get("/api/auth/sessions").path("items.find { it.current }.session_id");
  }

  private static void isOverEverywhere(Person person, UUID room) {
    await()
        .atMost(PROMISED)
        .untilAsserted(() -> assertThat(answers(person, room)).containsOnly(401));
  }

  private static void goesOnEverywhere(Person person, UUID room) {
    assertThat(answers(person, room)).containsOnly(200);
  }

  /** Of every service. */
  private static List<Integer> answers(Person person, UUID room) {
    String path = "/api/rooms/" + room;
    return List.of("/api/auth/me", path, path + "/messages", path + "/files").stream()
        .map(it -> person.request().get(it).statusCode())
        .toList();
  }
}
