package org.andon.k8scheck.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.andon.k8scheck.manifest.Manifest;
import org.andon.k8scheck.manifest.Manifests;

/** Whatever selects, selects something. */
final class Selectors implements Rule {

  @Override
  public Stream<Problem> check(Manifests manifests) {
    Pods pods = new Pods(manifests);
    return Stream.of(
            manifests.of("Deployment").flatMap(Selectors::ownPods),
            manifests.of("Service").flatMap(it -> onePodKind(it, pods)),
            selecting(manifests.of("PodDisruptionBudget"), "/spec/selector", pods),
            selecting(manifests.of("NetworkPolicy"), "/spec/podSelector", pods),
            manifests.of("NetworkPolicy").flatMap(it -> peers(it, pods)),
            manifests.of("Kafka").flatMap(it -> listenerPeers(it, pods)),
            manifests.of("ServiceMonitor").flatMap(it -> services(it, manifests)))
        .flatMap(it -> it);
  }

  private static Stream<Problem> ownPods(Manifest deployment) {
    var wanted = Manifest.labels(deployment.at("/spec/selector/matchLabels"));
    return problemIf(
        wanted.isEmpty() || !deployment.podLabels().entrySet().containsAll(wanted.entrySet()),
        deployment,
        "its selector %s does not match its own pods".formatted(wanted));
  }

  private static Stream<Problem> onePodKind(Manifest service, Pods pods) {
    Map<String, String> selector = Manifest.labels(service.at("/spec/selector"));
    List<Manifest> matching = pods.deployments(selector);
    return problemIf(
        selector.isEmpty() || matching.size() != 1,
        service,
        "its selector %s matches %s, not the pods of one Deployment".formatted(selector, matching));
  }

  private static Stream<Problem> selecting(Stream<Manifest> all, String pointer, Pods pods) {
    return all.flatMap(it -> selecting(it, it.at(pointer), pods));
  }

  private static Stream<Problem> selecting(Manifest manifest, JsonNode selector, Pods pods) {
    return problemIf(
        !pods.anyMatch(selector),
        manifest,
        "%s selects no pod".formatted(Manifest.labels(selector.path("matchLabels"))));
  }

  private static Stream<Problem> peers(Manifest policy, Pods pods) {
    return Stream.concat(
            policy.each("/spec/ingress").flatMap(it -> Manifest.elements(it.path("from"))),
            policy.each("/spec/egress").flatMap(it -> Manifest.elements(it.path("to"))))
        // With a namespace it speaks of pods elsewhere.
        .filter(it -> it.has("podSelector") && !it.has("namespaceSelector"))
        .flatMap(it -> selecting(policy, it.path("podSelector"), pods));
  }

  private static Stream<Problem> listenerPeers(Manifest kafka, Pods pods) {
    return kafka
        .each("/spec/kafka/listeners")
        .flatMap(it -> Manifest.elements(it.path("networkPolicyPeers")))
        .filter(it -> it.has("podSelector"))
        .flatMap(it -> selecting(kafka, it.path("podSelector"), pods));
  }

  private static Stream<Problem> services(Manifest monitor, Manifests manifests) {
    var wanted = Manifest.labels(monitor.at("/spec/selector/matchLabels"));
    return problemIf(
        manifests
            .of("Service")
            .map(it -> Manifest.labels(it.at("/metadata/labels")))
            .noneMatch(it -> it.entrySet().containsAll(wanted.entrySet())),
        monitor,
        "%s selects no Service".formatted(wanted));
  }

  private static Stream<Problem> problemIf(boolean wrong, Manifest manifest, String message) {
    return wrong ? Stream.of(new Problem(manifest.toString(), message)) : Stream.empty();
  }
}
