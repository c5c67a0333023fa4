package org.andon.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.andon.bench.load.Load;
import org.andon.bench.load.Pace;
import org.andon.bench.load.Place;
import org.andon.bench.scenario.AndonPlace;
import org.andon.bench.scenario.Lab;
import org.andon.bench.scenario.Resume;
import org.andon.bench.stack.BenchStack;
import org.andon.bench.stack.People;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The run that messaging's start-up cache is recorded from: a little of everything that a shift
 * does, and long enough for the JVM to know what is busy.
 */
@Command(
    name = "train",
    description = "Records what messaging-service loads and runs, for its start-up cache.")
final class Training implements Callable<Integer> {
  private static final int ROOMS = 5;
  private static final int MEMBERS = 10;
  private static final Duration TALK = Duration.ofSeconds(6);
  private static final int READS = 100;

  @Option(names = "--home", defaultValue = ".", hidden = true)
  private Path home;

  @Override
  public Integer call() throws Exception {
    try (BenchStack stack = BenchStack.startRecording(home.toRealPath(), ROOMS * MEMBERS)) {
      People people = new People(stack);
      Place pod = AndonPlace.pod(stack, people);
      talk(pod, ROOMS, 1, 1);
      talk(pod, 1, MEMBERS, 8);
      var unused = new Resume().measure(pod, new Lab(TALK, List.of()));
      read(stack.gateway(), people.token(0));
    }
    return 0;
  }

  private static void talk(Place place, int rooms, int senders, int window) throws Exception {
    try (Load load = Load.join(place.open(rooms, MEMBERS, senders))) {
      var unused = load.run(new Pace.Window(window), Duration.ZERO, TALK);
    }
  }

  private static void read(URI gateway, String token) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (int i = 0; i < READS; i++) {
        for (String path :
            List.of("/api/me/unread", "/api/me/mentions", "/api/messages/search?q=message")) {
          HttpRequest request =
              HttpRequest.newBuilder(gateway.resolve(path))
                  .header("authorization", "Bearer " + token)
                  .build();
          var unused = http.send(request, BodyHandlers.discarding());
        }
      }
    }
  }
}
