package org.andon.bench.store;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.andon.bench.machine.ResidentMemory;
import org.andon.bench.stack.BenchStack;
import org.andon.bench.stack.BenchStack.Pod;
import org.andon.bench.stack.People;

/** Reports of an incident of 10,000 messages: how long each format takes, and how much memory. */
public final class IncidentReports {
  private static final int MESSAGES = 10_000;

  /** A JVM's first reports are its compiler's. */
  private static final int WARM_UP = 2;

  /** Of which the median counts. */
  private static final int ASKED = 5;

  /** What issue 8 allows, as {@link #GROWTH_LIMIT_MIB}. */
  private static final Duration TIME_LIMIT = Duration.ofSeconds(5);

  private static final long GROWTH_LIMIT_MIB = 200;

  private final BenchStack stack;
  private final People people;
  private final PrintStream out;
  private final HttpClient http = HttpClient.newHttpClient();

  public IncidentReports(BenchStack stack, People people, PrintStream out) {
    this.stack = stack;
    this.people = people;
    this.out = out;
  }

  public void measure() throws Exception {
    people.signIn(1);
    UUID room;
    try (Connection connection = stack.database().connect(Store.DATABASE)) {
      room = new Store(stack, people, out).fill(connection, MESSAGES);
    }
    out.printf(
        "%n| report of %,d messages | median | floor | resident memory grew by | floor | reached"
            + " |%n",
        MESSAGES);
    out.println("| --- | --- | --- | --- | --- | --- |");
    for (String format : List.of("html", "md", "json", "pdf")) {
      measure(room, format);
    }
  }

  private void measure(UUID room, String format) throws IOException, InterruptedException {
    Pod pod = stack.messagingPods().getFirst();
    URI report = pod.url().resolve("/api/rooms/" + room + "/report?lang=en&format=" + format);
    try (ResidentMemory memory = ResidentMemory.of(pod.process())) {
      List<Long> millis = new ArrayList<>();
      for (int i = 0; i < WARM_UP + ASKED; i++) {
        long begin = System.nanoTime();
        ask(report);
        if (i >= WARM_UP) {
          millis.add(Duration.ofNanos(System.nanoTime() - begin).toMillis());
        }
      }
      long median = millis.stream().sorted().toList().get(ASKED / 2);
      boolean reached = median < TIME_LIMIT.toMillis() && memory.growthMiB() < GROWTH_LIMIT_MIB;
      out.printf(
          Locale.ROOT,
          "| %s | %,d ms | < %,d ms | %d MiB | < %d MiB | %s |%n",
          format,
          median,
          TIME_LIMIT.toMillis(),
          memory.growthMiB(),
          GROWTH_LIMIT_MIB,
          reached ? "yes" : "**no**");
    }
  }

  private void ask(URI report) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(report).header("authorization", "Bearer " + people.token(0)).build();
    HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
    if (answer.statusCode() != 200) {
      throw new IOException("the report is answered with " + answer.statusCode());
    }
  }
}
