package org.andon.k8scheck.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.andon.k8scheck.manifest.Manifest;
import org.andon.k8scheck.manifest.Manifests;

/**
 * Services may do what their channels do, and plant systems read incidents and write alarms only.
 */
record AccessToTopics(Path repository) implements Rule {
  private static final String FOR_PLANT_SYSTEMS = "incident.";
  private static final Set<String> READING = Set.of("Describe", "Read");
  private static final String BY_PLANT_SYSTEMS = "plant.";
  private static final Set<String> WRITING = Set.of("Describe", "Write");

  @Override
  public Stream<Problem> check(Manifests manifests) {
    return manifests
        .of("KafkaUser")
        .flatMap(
            it ->
                Stream.concat(
                    unknown(it, manifests),
                    ServiceProperties.of(repository, it.name())
                        .map(service -> denied(it, service))
                        .orElseGet(() -> tooMuch(it))));
  }

  private static Stream<Problem> unknown(Manifest user, Manifests manifests) {
    return grants(user, "topic")
        .filter(it -> manifests.of("KafkaTopic").noneMatch(topic -> covers(it, topic.name())))
        .map(it -> Problem.of(user, "there is no topic %s", name(it)));
  }

  private static Stream<Problem> denied(Manifest user, ServiceProperties service) {
    return Stream.of(
            service.topicsRead().flatMap(it -> denied(user, "topic", it, "Read")),
            service.topicsWritten().flatMap(it -> denied(user, "topic", it, "Write")),
            service.groups().flatMap(it -> denied(user, "group", it, "Read")))
        .flatMap(it -> it);
  }

  private static Stream<Problem> denied(
      Manifest user, String type, String resource, String operation) {
    return grants(user, type)
            .anyMatch(it -> covers(it, resource) && operations(it).contains(operation))
        ? Stream.empty()
        : Stream.of(Problem.of(user, "may not %s %s %s", operation, type, resource));
  }

  private static Stream<Problem> tooMuch(Manifest user) {
    return grants(user, "topic")
        .filter(it -> !isForPlantSystems(it))
        .map(it -> Problem.of(user, "may %s %s, no plant system's", operations(it), name(it)));
  }

  private static boolean isForPlantSystems(JsonNode grant) {
    return (name(grant).startsWith(FOR_PLANT_SYSTEMS) && READING.containsAll(operations(grant)))
        || (name(grant).startsWith(BY_PLANT_SYSTEMS) && WRITING.containsAll(operations(grant)));
  }

  private static Stream<JsonNode> grants(Manifest user, String type) {
    return user.each("/spec/authorization/acls")
        .filter(it -> it.at("/resource/type").asText().equals(type));
  }

  private static boolean covers(JsonNode grant, String resource) {
    return grant.at("/resource/patternType").asText().equals("prefix")
        ? resource.startsWith(name(grant))
        : resource.equals(name(grant));
  }

  private static String name(JsonNode grant) {
    return grant.at("/resource/name").asText();
  }

  private static Set<String> operations(JsonNode grant) {
    return Manifest.elements(grant.path("operations"))
        .map(JsonNode::asText)
        .collect(Collectors.toSet());
  }
}
