package org.andon.k8scheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.andon.k8scheck.Repository.Change;
import org.andon.k8scheck.manifest.Overlay;
import org.andon.k8scheck.rules.Problem;
import org.andon.k8scheck.rules.Rules;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One broken thing each, which every schema lets pass. */
class RulesTest {
  private static final Path TOOLS = Repository.ROOT.resolve("deploy/k8s-check");

  /** A change, and what is to be said of it. */
  private record Breakage(Change change, String problem) {
    @Override
    public String toString() {
      return change.file() + ": " + problem;
    }
  }

  /** Looked for in one of them, since kustomize takes a second each time. */
  static Stream<Breakage> inBoth() {
    return Stream.of(
        breakage(
            "base/room-service.yaml",
            "selector:\n    app.kubernetes.io/name: room-service",
            "selector:\n    app.kubernetes.io/name: rooms",
            "matches [], not the pods"),
        breakage(
            "base/web.yaml",
            "matchLabels:\n      app.kubernetes.io/name: web",
            "matchLabels:\n      app.kubernetes.io/name: site",
            "selects no pod"),
        breakage(
            "base/room-service.yaml", "targetPort: http", "targetPort: https", "has no port https"),
        breakage(
            "base/service-deployment.yaml",
            "port: http",
            "port: health",
            "asks no port of its own"),
        breakage(
            "base/file-service.yaml",
            "containerPort: 8104",
            "containerPort: 8105",
            "listens on 8104, not 8105"),
        breakage(
            "base/service-deployment.yaml",
            "/q/health/started",
            "/health/started",
            "is at /q/health/started"),
        breakage(
            "base/service-deployment.yaml",
            "- name: kafka-ca\n              mountPath",
            "- name: kafka\n              mountPath",
            "no volume for the mount kafka"),
        breakage(
            "base/settings.env", "/etc/kafka/ca/ca.crt", "/etc/kafka/ca/ca.pem", "is in no mount"),
        breakage("base/settings.env", "http://room-service", "http://rooms", "leads to no Service"),
        breakage(
            "base/auth-service.yaml",
            "key: encryption-key",
            "key: encryption",
            "no Secret token-keys with encryption"),
        breakage(
            "base/auth-service.yaml",
            "serviceAccountName: auth-service",
            "serviceAccountName: auth",
            "no ServiceAccount auth"),
        breakage(
            "base/service-deployment.yaml",
            "secretName: andon-cluster-ca-cert",
            "secretName: kafka-ca",
            "no Secret kafka-ca"),
        breakage(
            "base/service-deployment.yaml",
            "readOnlyRootFilesystem: true",
            "readOnlyRootFilesystem: false",
            "readOnlyRootFilesystem is not true"),
        breakage(
            "base/service-deployment.yaml",
            "readinessProbe:",
            "#\n          terminationMessagePath: /tmp/end\n          livenessProbe:",
            "/readinessProbe/httpGet/path is missing"),
        breakage(
            "components/kafka/topics.yaml", "partitions: 12", "partitions: 24", "by the contract"),
        breakage(
            "components/kafka/topics.yaml",
            "name: incident.files.v1",
            "name: incident.files",
            "KafkaTopic incident.files.v1: is missing"),
        breakage(
            "components/kafka/users.yaml",
            "name: incident.messages.v1\n"
                + "          patternType: literal\n"
                + "        operations: [Describe, Read]\n",
            "name: incident.messages.v1\n"
                + "          patternType: literal\n"
                + "        operations: [Describe]\n",
            "may not Read topic incident.messages.v1"),
        breakage(
            "components/kafka/users.yaml",
            "name: room-service\n          patternType: literal\n        operations: [Read]",
            "name: rooms\n          patternType: literal\n        operations: [Read]",
            "may not Read group room-service"),
        breakage(
            "components/kafka/users.yaml",
            "name: incident.\n",
            "name: andon.\n",
            "no plant system's"),
        breakage(
            "components/postgres/cluster.yaml",
            "passwordSecret:\n          name: postgres-andon-auth",
            "passwordSecret:\n          name: postgres-auth",
            "no Secret postgres-auth with password"),
        breakage(
            "components/postgres/cluster.yaml",
            ":18.1-standard-trixie",
            ":latest",
            "has no version"));
  }

  static Stream<Breakage> inProduction() {
    return Stream.of(
        breakage(
            "components/gateway/http-route.yaml",
            "/api/(auth|users)(/.*)?$",
            "/api/(auth|people)(/.*)?$",
            "in the route table it is"),
        breakage(
            "components/gateway/http-route.yaml",
            "request: 10m\n      backendRefs:\n        - name: file-service",
            "request: 10m\n      backendRefs:\n        - name: room-service",
            "in the route table it is"),
        breakage(
            "components/gateway/http-route.yaml",
            "port: 8103",
            "port: 8080",
            "there is no Service for"),
        breakage(
            "components/network-policies/services.yaml",
            "port: 8102",
            "port: 8103",
            "Deployment room-service has no port 8103"),
        breakage(
            "components/network-policies/backing.yaml",
            "cnpg.io/cluster: andon-postgres",
            "cnpg.io/cluster: postgres",
            "selects no pod"),
        breakage(
            "components/monitoring/service-monitor.yaml",
            "port: http",
            "port: metrics",
            "has no port metrics"),
        breakage(
            "components/monitoring/service-monitor.yaml",
            "app.kubernetes.io/component: service",
            "app.kubernetes.io/component: java",
            "selects no Service"),
        breakage(
            "components/autoscaling/kustomization.yaml",
            "- op: remove\n        path: /spec/replicas",
            "- op: replace\n        path: /spec/replicas\n        value: 3",
            "has replicas"),
        breakage(
            "components/autoscaling/messaging-service.yaml",
            "scaleTargetRef:\n    name: messaging-service",
            "scaleTargetRef:\n    name: messaging",
            "there is no Deployment messaging"),
        breakage(
            "components/external-secrets/external-secrets.yaml",
            "secretKey: access-key",
            "secretKey: key",
            "no Secret object-store with access-key"),
        breakage(
            "overlays/production/required.yaml",
            "name: gateway-tls",
            "name: tls",
            "no Secret gateway-tls with tls.crt"),
        breakage(
            "overlays/production/kustomization.yaml",
            "newTag: 1.0.0",
            "newTag: latest",
            "has no version"));
  }

  static Stream<Breakage> inMail() {
    return Stream.of(
        breakage(
            "components/mail/kustomization.yaml",
            "name: room-service",
            "name: rooms",
            "Secret andon-mail: is required, but nothing refers to it"),
        breakage(
            "components/mail/kustomization.yaml",
            "name: andon-mail",
            "name: mail",
            "there is no Secret mail"),
        breakage(
            "components/mail/smtp.yaml",
            "app.kubernetes.io/name: room-service",
            "app.kubernetes.io/name: mail",
            "selects no pod"));
  }

  @ParameterizedTest
  @MethodSource("inBoth")
  void what_does_not_fit_is_found_in_the_local_overlay(Breakage breakage, @TempDir Path folder) {
    assertFound(breakage, new Overlay(broken(breakage, folder).resolve("overlays/local")));
  }

  @ParameterizedTest
  @MethodSource("inProduction")
  void what_does_not_fit_is_found_in_production_s_components(
      Breakage breakage, @TempDir Path folder) {
    assertFound(breakage, new Overlay(broken(breakage, folder).resolve("overlays/production")));
  }

  @ParameterizedTest
  @MethodSource("inMail")
  void what_does_not_fit_is_found_in_a_component_that_no_overlay_has(
      Breakage breakage, @TempDir Path folder) {
    Path k8s = broken(breakage, folder);
    Path mail = k8s.resolve("components/mail");

    assertFound(breakage, new Overlay(k8s.resolve("overlays/production"), Optional.of(mail)));
  }

  private static void assertFound(Breakage breakage, Overlay overlay) {
    List<Problem> problems = Rules.of(Repository.ROOT).check(overlay.render(TOOLS));
    assertThat(problems)
        .extracting(Problem::toString)
        .anyMatch(it -> it.contains(breakage.problem));
  }

  private static Path broken(Breakage it, Path folder) {
    return Repository.brokenCopy(folder, it.change);
  }

  private static Breakage breakage(String file, String text, String replacement, String problem) {
    return new Breakage(new Change(file, text, replacement), problem);
  }
}
