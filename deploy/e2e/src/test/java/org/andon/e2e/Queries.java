package org.andon.e2e;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The PromQL of the dashboard, the alerts and the autoscaler, read by Prometheus' own grammar. */
final class Queries {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Path COMPONENTS = Path.of("../../k8s/components");

  private Queries() {}

  /**
   * @param readable whether it is PromQL
   * @param grouping the labels it groups by
   */
  record Query(
      String expression, boolean readable, List<Selector> selectors, List<String> grouping) {}

  /** Which series a query takes. */
  record Selector(String metric, List<Matcher> matchers) {}

  record Matcher(String label, String operator, String value) {}

  static List<Query> all() throws IOException, InterruptedException {
    List<String> expressions = new ArrayList<>();
    JSON.readTree(COMPONENTS.resolve("monitoring/dashboards/andon.json").toFile())
        .findValuesAsText("expr")
        .forEach(expression -> expressions.add(asGrafanaSends(expression)));
    expressions.addAll(values("monitoring/prometheus-rule.yaml", "expr"));
    expressions.addAll(values("autoscaling/messaging-service.yaml", "query"));
    return read(expressions);
  }

  private static String asGrafanaSends(String expression) {
    return expression.replace("$__rate_interval", "1m").replace("$namespace", "andon");
  }

  private static List<String> values(String file, String name) throws IOException {
    List<String> values = new ArrayList<>();
    try (var documents =
        YAML.readerFor(JsonNode.class).<JsonNode>readValues(COMPONENTS.resolve(file).toFile())) {
      documents.forEachRemaining(document -> values.addAll(document.findValuesAsText(name)));
    }
    return values;
  }

  static List<Query> read(List<String> expressions) throws IOException, InterruptedException {
    Path output = Files.createTempFile("selectors", ".json");
    Process node =
        new ProcessBuilder("node", "promql/selectors.mjs")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(output.toFile())
            .start();
    try (var input = node.outputWriter(StandardCharsets.UTF_8)) {
      JSON.writeValue(input, expressions);
    }
    if (node.waitFor() != 0) {
      throw new IOException("promql/selectors.mjs failed: npm ci --prefix deploy/e2e first");
    }
    List<Query> queries = JSON.readValue(output.toFile(), new TypeReference<>() {});
    Files.delete(output);
    return queries;
  }
}
