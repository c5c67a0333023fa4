package org.andon.k8scheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.andon.backing.Topic;
import org.andon.backing.Topics;
import org.andon.k8scheck.manifest.Manifest;
import org.andon.launcher.gateway.Route.Target;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code deploy/compose.yaml} is well formed, and fits itself, the services and the contract. */
class ComposeTest {
  private static final Path DEPLOY = Repository.ROOT.resolve("deploy");
  private static final Pattern IMAGE = Pattern.compile("[a-z0-9./-]+:(?!latest)[\\w.-]+");
  private static final Pattern ADDRESS = Pattern.compile("http://([a-z-]+):(\\d+).*");
  private static final Pattern TOPIC =
      Pattern.compile("^topic (\\S+) (\\d+) (.*)$", Pattern.MULTILINE);

  private JsonNode compose;

  @BeforeEach
  void a_file_that_its_schema_accepts() throws IOException {
    compose = accepted(Files.readString(DEPLOY.resolve("compose.yaml")));
  }

  @Test
  void a_word_that_compose_does_not_know_is_refused() throws IOException {
    String broken =
        Files.readString(DEPLOY.resolve("compose.yaml"))
            .replace("read_only: true", "readonly: true");

    assertThatThrownBy(() -> accepted(broken))
        .isInstanceOf(Command.Failed.class)
        .hasMessageContaining("readonly");
  }

  @Test
  void every_service_is_there_with_a_version() {
    assertThat(compose.path("services").properties())
        .extracting(Map.Entry::getKey)
        .containsAll(Arrays.stream(Target.values()).map(Target::service).toList());
    assertThat(services()).allSatisfy(it -> assertThat(it.path("image").asText()).matches(IMAGE));
  }

  @Test
  void addresses_lead_to_a_service_that_listens_there() throws IOException {
    for (JsonNode service : services().toList()) {
      for (var setting : service.path("environment").properties()) {
        var address = ADDRESS.matcher(setting.getValue().asText());
        if (address.matches() && !URI.create(address.group()).getHost().equals("localhost")) {
          assertThat(port(address.group(1))).as(setting.toString()).isEqualTo(address.group(2));
        }
      }
    }
  }

  @Test
  void files_volumes_and_other_services_that_it_names_exist() {
    for (JsonNode service : services().toList()) {
      Manifest.elements(service.path("volumes"))
          .map(it -> it.asText().split(":", -1)[0])
          .forEach(
              it -> {
                if (it.startsWith("./")) {
                  assertThat(DEPLOY.resolve(it)).exists();
                } else {
                  assertThat(compose.path("volumes").has(it)).as(it).isTrue();
                }
              });
      assertThat(dependencies(service.path("depends_on")))
          .allSatisfy(it -> assertThat(compose.path("services").has(it)).as(it).isTrue());
    }
  }

  @Test
  void the_topics_are_those_of_the_contract() throws IOException {
    var topics =
        TOPIC
            .matcher(Files.readString(DEPLOY.resolve("compose/topics.sh")))
            .results()
            .map(it -> new Topic(it.group(1), Integer.parseInt(it.group(2)), settings(it.group(3))))
            .toList();

    assertThat(topics).containsExactlyInAnyOrderElementsOf(Topics.ALL);
  }

  @Test
  void nothing_listens_beyond_this_machine() {
    assertThat(services().flatMap(it -> Manifest.elements(it.path("ports"))))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.asText()).startsWith("127.0.0.1:"));
  }

  private static JsonNode accepted(String file) throws IOException {
    String json = Command.in(DEPLOY.resolve("k8s-check")).run(file, "node", "compose.mjs");
    return new ObjectMapper().readTree(json);
  }

  private Stream<JsonNode> services() {
    return Manifest.elements(compose.path("services"));
  }

  private static Stream<String> dependencies(JsonNode node) {
    return node.isArray()
        ? Manifest.elements(node).map(JsonNode::asText)
        : node.properties().stream().map(Map.Entry::getKey);
  }

  private static Map<String, String> settings(String options) {
    return Arrays.stream(options.split(" "))
        .filter(it -> it.contains("="))
        .map(it -> it.split("=", 2))
        .collect(Collectors.toMap(it -> it[0], it -> it[1]));
  }

  private static String port(String service) throws IOException {
    Properties properties = new Properties();
    Path file = Repository.ROOT.resolve(service + "/src/main/resources/application.properties");
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties.getProperty("quarkus.http.port");
  }
}
