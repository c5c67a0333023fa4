package org.andon.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.andon.e2e.Queries.Matcher;
import org.andon.e2e.Queries.Query;
import org.andon.e2e.Queries.Selector;
import org.andon.testkit.RoomClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever a dashboard shows, an alert watches or a scaler asks for is told by the services. */
@ExtendWith(SharedStack.class)
class MonitoringIT {
  /** Metrics of the cluster; {@code docs/operations.md} names them and who makes them. */
  private static final Set<String> OF_THE_CLUSTER =
      Set.of(
          "up",
          "kube_pod_container_status_restarts_total",
          "container_cpu_usage_seconds_total",
          "container_memory_working_set_bytes",
          "kubelet_volume_stats_used_bytes",
          "kubelet_volume_stats_capacity_bytes");

  /** Labels that Prometheus adds to what it reads. */
  private static final Set<String> OF_THE_TARGET =
      Set.of("namespace", "job", "pod", "instance", "container");

  private final Stack stack;

  MonitoringIT(Stack stack) {
    this.stack = stack;
  }

  @Test
  void every_query_is_about_series_that_the_services_tell() throws Exception {
    List<Query> queries = Queries.all();
    people_talk_and_send_a_file();

    assertThat(queries).hasSizeGreaterThan(50).allMatch(Query::readable);
    // Some are measured every 15 s, some told after the first garbage collection.
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofSeconds(2))
        .untilAsserted(() -> assertThat(missing(queries, series())).isEmpty());
  }

  @Test
  void what_does_not_exist_is_found() throws Exception {
    List<Query> wrong =
        Queries.read(
            List.of(
                "rate(andon_no_such_total[5m])",
                "andon_sockets{colour=\"red\"}",
                "andon_sockets{kind=\"telephone\"}",
                "sum by (colour) (andon_sockets)"));

    assertThat(missing(wrong, series())).hasSize(4);
    assertThat(Queries.read(List.of("sum by (pod) (andon_sockets"))).noneMatch(Query::readable);
  }

  @Test
  void metrics_of_the_cluster_are_documented() throws IOException {
    String operations = Files.readString(Path.of("../../docs/operations.md"));

    assertThat(OF_THE_CLUSTER).allMatch(metric -> operations.contains("`" + metric + "`"));
  }

  private void people_talk_and_send_a_file() {
    Person wei = Person.signIn(stack, "li.wei");
    UUID room = wei.createRoom("Monitoring", Map.of());
    try (RoomClient client = wei.open(room)) {
      client.post("hello");
      client.messages(1);
    }
    wei.request()
        .multiPart("file", "log.txt", "85 °C".getBytes(StandardCharsets.UTF_8))
        .post("/api/rooms/{room}/files", room)
        .then()
        .statusCode(201);
  }

  /** One line of {@code /q/metrics}: its labels as they stand there. */
  private record Series(String metric, String labels) {
    boolean has(String label) {
      return labels.contains(label + "=\"");
    }

    boolean has(String label, String value) {
      return labels.contains(label + "=\"" + value + "\"");
    }
  }

  private List<Series> series() {
    return stack.services().stream()
        .flatMap(url -> RestAssured.get(url + "/q/metrics").asString().lines())
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("[{ ]", 2))
        .map(parts -> new Series(parts[0], parts[1]))
        .toList();
  }

  private static List<String> missing(List<Query> queries, List<Series> series) {
    List<String> missing = new ArrayList<>();
    for (Query query : queries) {
      missing(query, series).forEach(what -> missing.add(what + " in " + query.expression()));
    }
    return missing;
  }

  private static Stream<String> missing(Query query, List<Series> series) {
    List<Selector> ours =
        query.selectors().stream().filter(it -> !OF_THE_CLUSTER.contains(it.metric())).toList();
    Stream<String> selected =
        ours.stream().flatMap(selector -> missing(selector, of(selector, series)));
    Stream<String> grouped =
        query.grouping().stream()
            .filter(label -> !ours.isEmpty() && !OF_THE_TARGET.contains(label))
            .filter(
                label ->
                    ours.stream()
                        .noneMatch(it -> of(it, series).stream().anyMatch(one -> one.has(label))))
            .map(label -> "label " + label);
    return Stream.concat(selected, grouped);
  }

  private static List<Series> of(Selector selector, List<Series> series) {
    return series.stream().filter(it -> it.metric().equals(selector.metric())).toList();
  }

  private static Stream<String> missing(Selector selector, List<Series> series) {
    if (series.isEmpty()) {
      return Stream.of("metric " + selector.metric());
    }
    return selector.matchers().stream()
        .filter(matcher -> !OF_THE_TARGET.contains(matcher.label()))
        .filter(matcher -> series.stream().noneMatch(it -> fits(it, matcher)))
        .map(matcher -> "label " + matcher);
  }

  /** Only a value that is given whole must be there already: others may yet come. */
  private static boolean fits(Series series, Matcher matcher) {
    return matcher.operator().equals("=")
        ? series.has(matcher.label(), matcher.value())
        : series.has(matcher.label());
  }
}
