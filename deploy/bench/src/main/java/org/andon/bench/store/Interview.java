package org.andon.bench.store;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Asks a service, and prints how the database answered it. */
final class Interview {
  /** The first times, pages and plans are not in memory yet. */
  private static final int WARM_UP = 6;

  /** Of which the median counts: other programs take their turns in between. */
  private static final int ASKED = 9;

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(250);

  private final URI service;
  private final Plans plans;
  private final PrintStream out;
  private final HttpClient http = HttpClient.newHttpClient();

  /**
   * @param service which one is asked
   */
  Interview(URI service, Plans plans, PrintStream out) {
    this.service = service;
    this.plans = plans;
    this.out = out;
  }

  /** What the service is asked, and the most that it may take at the database. */
  record Question(String name, String path, double limitMillis) {}

  void ask(Question question, String token) throws IOException, InterruptedException {
    List<Cost> costs = new ArrayList<>();
    for (int i = 0; i < WARM_UP + ASKED; i++) {
      long position = plans.position();
      int status = answer(question.path(), token).statusCode();
      if (status != 200) {
        out.println("\n### " + question.name() + ": the service answers " + status);
        return;
      }
      if (i >= WARM_UP) {
        costs.add(new Cost(plans.since(position)));
      }
    }
    costs.sort(Comparator.comparingDouble(Cost::millis));
    Cost median = costs.get(ASKED / 2);
    out.printf(
        "%n### %s: %.2f ms at the database (at best %.2f), %s %.0f ms%n",
        question.name(),
        median.millis(),
        costs.getFirst().millis(),
        median.millis() <= question.limitMillis() ? "within" : "**above**",
        question.limitMillis());
    median.plans().forEach(plan -> out.println("```\n" + plan.text() + "\n```"));
  }

  /** What one answer took. */
  private record Cost(List<Plans.Plan> plans) {
    double millis() {
      return plans.stream().mapToDouble(Plans.Plan::millis).sum();
    }
  }

  /** The first answers may be 503: the service has to notice that its connections are gone. */
  HttpResponse<String> answer(String path, String token) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(service.resolve(path))
            .header("authorization", "Bearer " + token)
            .build();
    Instant limit = Instant.now().plus(PATIENCE);
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    while (answer.statusCode() >= 500 && Instant.now().isBefore(limit)) {
      Thread.sleep(LOOK);
      answer = http.send(request, BodyHandlers.ofString());
    }
    return answer;
  }
}
