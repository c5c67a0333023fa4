package org.andon.k8scheck.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.andon.k8scheck.manifest.Manifest;
import org.andon.k8scheck.manifest.Manifests;

/** Pods that a restricted namespace takes, and more: a read-only root, limits, all three probes. */
final class Hardening implements Rule {
  private static final Map<String, String> POD =
      Map.of(
          "/securityContext/runAsNonRoot", "true",
          "/securityContext/seccompProfile/type", "RuntimeDefault",
          "/automountServiceAccountToken", "false");
  private static final Map<String, String> CONTAINER =
      Map.of(
          "/securityContext/allowPrivilegeEscalation", "false",
          "/securityContext/readOnlyRootFilesystem", "true",
          "/securityContext/capabilities/drop/0", "ALL");
  private static final List<String> PRESENT =
      List.of(
          "/startupProbe/httpGet/path",
          "/readinessProbe/httpGet/path",
          "/livenessProbe/httpGet/path",
          "/lifecycle/preStop",
          "/resources/requests/cpu",
          "/resources/requests/memory",
          "/resources/limits/memory");

  @Override
  public Stream<Problem> check(Manifests manifests) {
    return manifests
        .of("Deployment")
        .flatMap(
            it ->
                Stream.concat(
                    differing(it, it.at("/spec/template/spec"), POD),
                    it.containers()
                        .flatMap(
                            container ->
                                Stream.concat(
                                    differing(it, container, CONTAINER), missing(it, container)))));
  }

  private static Stream<Problem> differing(
      Manifest deployment, JsonNode node, Map<String, String> wanted) {
    return wanted.entrySet().stream()
        .filter(it -> !node.at(it.getKey()).asText().equals(it.getValue()))
        .map(it -> Problem.of(deployment, "%s is not %s", it.getKey(), it.getValue()));
  }

  private static Stream<Problem> missing(Manifest deployment, JsonNode container) {
    return PRESENT.stream()
        .filter(it -> container.at(it).isMissingNode())
        .map(it -> Problem.of(deployment, "%s is missing", it));
  }
}
