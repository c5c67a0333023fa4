package org.andon.bench.scenario;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.andon.bench.load.Place;
import org.andon.bench.load.Room;
import org.andon.bench.stack.BenchStack;
import org.andon.bench.stack.BenchStack.Pod;
import org.andon.bench.stack.People;

/**
 * Andon, by one of its doors.
 *
 * @param senders where who sends connects
 * @param receivers where everybody else does
 */
public record AndonPlace(String name, URI senders, URI receivers, People people) implements Place {

  /** One pod's own port: in production the gateway has a machine of its own. */
  public static AndonPlace pod(BenchStack stack, People people) {
    return at("one pod", stack.messagingPods().getFirst().url(), people);
  }

  public static AndonPlace gateway(BenchStack stack, People people) {
    return at("gateway", stack.gateway(), people);
  }

  private static AndonPlace at(String name, URI address, People people) {
    return new AndonPlace(name, address, address, people);
  }

  /** Senders on one pod, receivers on the other. */
  public static AndonPlace twoPods(BenchStack stack, People people) {
    List<Pod> pods = stack.messagingPods();
    return new AndonPlace("two pods", pods.getFirst().url(), pods.getLast().url(), people);
  }

  @Override
  public List<Room> open(int rooms, int members, int senders) throws Exception {
    people.signIn(rooms * members);
    List<Room> opened = new ArrayList<>();
    for (int room = 0; room < rooms; room++) {
      int first = room * members;
      String path = "/ws/" + people.openRoom(first, members);
      List<String> tokens =
          IntStream.range(first, first + members).mapToObj(people::token).toList();
      opened.add(new Room(this.senders, receivers, path, tokens, members, senders));
    }
    return opened;
  }
}
