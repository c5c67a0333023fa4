package org.andon.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A pod that is asked to stop, as in every upgrade. */
@ExtendWith(SharedStack.class)
class DrainedPodIT {
  private final Stack stack;

  DrainedPodIT(Stack stack) {
    this.stack = stack;
  }

  @Test
  void its_clients_are_told_to_go_elsewhere() {
    Person wei = Person.signIn(stack, "li.wei");
    UUID room = wei.createRoom("烤箱", Map.of());
    Stack.Pod pod = stack.messagingPods().getLast();

    try (RoomClient client = wei.open(pod, room)) {
      client.next("welcome");
      ProcessHandle.of(pod.pid()).orElseThrow().destroy();

      assertThat(client.closeCode()).isEqualTo(1001);
    }
    await("its successor").atMost(Duration.ofMinutes(2)).until(() -> isBack(wei, pod, room));
  }

  private boolean isBack(Person person, Stack.Pod former, UUID room) {
    Stack.Pod pod = stack.messagingPods().getLast();
    if (pod.pid() == former.pid()) {
      return false;
    }
    try (RoomClient client = person.open(pod, room)) {
      return client.next("welcome") != null;
    } catch (CompletionException notYet) {
      return false;
    }
  }
}
