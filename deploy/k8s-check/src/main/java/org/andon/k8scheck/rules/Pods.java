package org.andon.k8scheck.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.andon.k8scheck.manifest.Manifest;
import org.andon.k8scheck.manifest.Manifests;

/** The pods there will be, by their labels: the Deployments' and those that operators make. */
record Pods(Manifests manifests) {

  Stream<Map<String, String>> labels() {
    return Stream.of(
            manifests.of("Deployment").map(Manifest::podLabels),
            manifests.of("Cluster").map(it -> Map.of("cnpg.io/cluster", it.name())),
            manifests
                .of("Kafka")
                .map(
                    it ->
                        Map.of(
                            "strimzi.io/cluster",
                            it.name(),
                            "strimzi.io/name",
                            it.name() + "-kafka")))
        .flatMap(it -> it);
  }

  /** Whether a LabelSelector selects any; an empty one selects all. */
  boolean anyMatch(JsonNode selector) {
    Map<String, String> wanted = Manifest.labels(selector.path("matchLabels"));
    return labels().anyMatch(it -> it.entrySet().containsAll(wanted.entrySet()));
  }

  List<Manifest> deployments(Map<String, String> wanted) {
    return manifests
        .of("Deployment")
        .filter(it -> it.podLabels().entrySet().containsAll(wanted.entrySet()))
        .toList();
  }
}
