package org.andon.k8scheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Who is paged finds what to do. */
class RunbookTest {
  private static final String HEADING = "### ";
  private static final String ANCHOR = "#";

  private static List<JsonNode> alerts() throws IOException {
    List<JsonNode> alerts = new ArrayList<>();
    new ObjectMapper(new YAMLFactory())
        .readTree(Repository.K8S.resolve("components/monitoring/prometheus-rule.yaml").toFile())
        .at("/spec/groups")
        .forEach(group -> group.get("rules").forEach(alerts::add));
    return alerts;
  }

  private static List<String> headings() throws IOException {
    return Files.readAllLines(Repository.ROOT.resolve("docs/operations.md")).stream()
        .filter(line -> line.startsWith(HEADING + "Andon"))
        .map(line -> line.substring(HEADING.length()))
        .toList();
  }

  @Test
  void every_alert_has_an_entry_in_the_runbook_and_every_entry_an_alert() throws IOException {
    assertThat(alerts().stream().map(alert -> alert.get("alert").asText()))
        .containsExactlyInAnyOrderElementsOf(headings());
  }

  @Test
  void its_address_leads_to_the_entry() throws IOException {
    for (JsonNode alert : alerts()) {
      String url = alert.at("/annotations/runbook_url").asText();

      assertThat(url.substring(url.indexOf(ANCHOR) + 1))
          .isEqualTo(alert.get("alert").asText().toLowerCase(Locale.ROOT));
      assertThat(alert.at("/annotations/summary").asText()).isNotBlank();
      assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning", "info");
    }
  }
}
