package org.andon.k8scheck.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.andon.k8scheck.manifest.Manifest;
import org.andon.k8scheck.manifest.Manifests;

/** A port that something names is one that somebody listens on. */
final class Ports implements Rule {
  private static final List<String> PROBES =
      List.of("startupProbe", "readinessProbe", "livenessProbe");

  @Override
  public Stream<Problem> check(Manifests manifests) {
    Pods pods = new Pods(manifests);
    return Stream.of(
            manifests.of("Service").flatMap(it -> targets(it, pods)),
            manifests.of("Deployment").flatMap(Ports::probes),
            manifests.of("ServiceMonitor").flatMap(it -> scraped(it, manifests)),
            manifests.of("NetworkPolicy").flatMap(it -> entrances(it, pods)),
            manifests.of("NetworkPolicy").flatMap(it -> exits(it, pods)))
        .flatMap(it -> it);
  }

  private static Stream<Problem> targets(Manifest service, Pods pods) {
    return pods.deployments(Manifest.labels(service.at("/spec/selector"))).stream()
        .flatMap(
            pod ->
                service
                    .each("/spec/ports")
                    .map(it -> it.path("targetPort"))
                    .filter(it -> !listens(pod, it))
                    .map(it -> Problem.of(service, "%s has no port %s", pod, it.asText())));
  }

  private static Stream<Problem> probes(Manifest deployment) {
    return deployment
        .containers()
        .flatMap(
            container ->
                PROBES.stream()
                    .filter(it -> !listens(deployment, container.path(it).at("/httpGet/port")))
                    .map(it -> Problem.of(deployment, "its %s asks no port of its own", it)));
  }

  private static Stream<Problem> scraped(Manifest monitor, Manifests manifests) {
    var wanted = Manifest.labels(monitor.at("/spec/selector/matchLabels"));
    return manifests
        .of("Service")
        .filter(
            it ->
                Manifest.labels(it.at("/metadata/labels"))
                    .entrySet()
                    .containsAll(wanted.entrySet()))
        .flatMap(
            service ->
                monitor
                    .each("/spec/endpoints")
                    .map(it -> it.path("port").asText())
                    .filter(
                        it ->
                            service
                                .each("/spec/ports")
                                .noneMatch(port -> port.path("name").asText().equals(it)))
                    .map(it -> Problem.of(monitor, "%s has no port %s", service, it)));
  }

  private static Stream<Problem> entrances(Manifest policy, Pods pods) {
    var selected = Manifest.labels(policy.at("/spec/podSelector/matchLabels"));
    return selected.isEmpty()
        ? Stream.empty()
        : policy.each("/spec/ingress").flatMap(it -> closed(policy, it, selected, pods));
  }

  private static Stream<Problem> exits(Manifest policy, Pods pods) {
    return policy
        .each("/spec/egress")
        .flatMap(
            rule ->
                Manifest.elements(rule.path("to"))
                    .filter(it -> it.has("podSelector") && !it.has("namespaceSelector"))
                    .map(it -> Manifest.labels(it.at("/podSelector/matchLabels")))
                    .flatMap(it -> closed(policy, rule, it, pods)));
  }

  /** Ports a policy opens to Deployments that do not listen there. */
  private static Stream<Problem> closed(
      Manifest policy, JsonNode rule, Map<String, String> labels, Pods pods) {
    return pods.deployments(labels).stream()
        .flatMap(
            pod ->
                Manifest.elements(rule.path("ports"))
                    .map(it -> it.path("port"))
                    .filter(it -> !listens(pod, it))
                    .map(it -> Problem.of(policy, "%s has no port %s", pod, it.asText())));
  }

  private static boolean listens(Manifest deployment, JsonNode port) {
    return deployment
        .containers()
        .flatMap(it -> Manifest.elements(it.path("ports")))
        .anyMatch(it -> it.path(port.isInt() ? "containerPort" : "name").equals(port));
  }
}
