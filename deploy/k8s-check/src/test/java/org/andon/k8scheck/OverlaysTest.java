package org.andon.k8scheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.andon.k8scheck.Repository.Change;
import org.andon.k8scheck.manifest.Overlay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OverlaysTest {
  private final K8sCheck check = new K8sCheck(Repository.ROOT);

  static Stream<Overlay> overlays() {
    return Overlay.in(Repository.K8S).stream();
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void every_overlay_fits_its_schemas_and_the_rules(Overlay overlay) {
    assertThat(check.check(overlay)).isEmpty();
  }

  @Test
  void there_is_one_for_a_laptop_one_for_production_and_one_for_each_component_that_neither_has() {
    assertThat(overlays().map(Overlay::name))
        .startsWith("local", "production")
        .contains("production with mail")
        .doesNotContain("production with kafka", "production with gateway")
        .doesNotHaveDuplicates();
  }

  @Test
  void a_component_that_no_overlay_has_is_held_against_the_schemas_too(@TempDir Path folder)
      throws IOException {
    Path k8s =
        Repository.brokenCopy(
            folder, new Change("components/mail/smtp.yaml", "podSelector:", "podsSelector:"));
    Path unknown = Files.createDirectory(k8s.resolve("components/unknown"));
    Files.writeString(
        unknown.resolve("kustomization.yaml"),
        """
        apiVersion: kustomize.config.k8s.io/v1alpha1
        kind: Component
        resources: [missing.yaml]
        """);

    assertThat(Overlay.in(k8s).stream().filter(it -> it.added().isPresent()))
        .anySatisfy(
            it ->
                assertThat(String.join("\n", check.check(it)))
                    .contains("'\"podsSelector\"' does not exist"))
        .anySatisfy(
            it ->
                assertThat(String.join("\n", check.check(it)))
                    .contains("is not rendered", "missing.yaml"));
  }

  /** All at once, since a look at every schema takes seconds. */
  @Test
  void what_a_schema_forbids_is_found_in_every_overlay(@TempDir Path folder) {
    Path k8s =
        Repository.brokenCopy(
            folder,
            new Change("base/service-deployment.yaml", "readinessProbe:", "readynessProbe:"),
            new Change("base/auth-service.yaml", "memory: 512Mi", "memory: 512 MB"),
            new Change("base/namespace.yaml", "kind: Namespace", "kind: NameSpace"),
            new Change("components/kafka/topics.yaml", "partitions: 12", "partitions: twelve"),
            new Change("components/kafka/kafka.yaml", "authorization:", "authorisation:"),
            new Change("components/postgres/cluster.yaml", "bootstrap:", "bootstraps:"));

    assertThat(Overlay.in(k8s).stream().filter(it -> it.added().isEmpty()))
        .hasSize(2)
        .allSatisfy(
            overlay ->
                assertThat(String.join("\n", check.check(overlay)))
                    .contains(
                        "'\"readynessProbe\"' does not exist",
                        "must match format \"quantity\"",
                        "no schema is known for v1 NameSpace",
                        "/spec/partitions must be integer",
                        "must NOT have additional properties authorisation",
                        "'\"bootstraps\"' does not exist"));
  }

  @Test
  void what_a_schema_forbids_is_found_in_production_s_components(@TempDir Path folder) {
    Path k8s =
        Repository.brokenCopy(
            folder,
            new Change("components/gateway/http-route.yaml", "request: 0s", "requests: 0s"),
            new Change("components/postgres-backup/object-store.yaml", "wal:", "wals:"),
            new Change(
                "components/monitoring/service-monitor.yaml", "interval: 15s", "interval: 9"),
            new Change(
                "components/external-secrets/external-secrets.yaml", "property:", "properties:"),
            new Change(
                "components/autoscaling/messaging-service.yaml", "maxReplicaCount", "maxReplicas"));

    List<String> problems = check.check(new Overlay(k8s.resolve("overlays/production")));

    assertThat(String.join("\n", problems))
        .contains(
            "'\"requests\"' does not exist",
            "'\"wals\"' does not exist",
            "interval must be string",
            "'\"properties\"' does not exist",
            "'\"maxReplicas\"' does not exist");
  }

  @Test
  void an_overlay_that_kustomize_refuses_is_told(@TempDir Path folder) {
    Path k8s =
        Repository.brokenCopy(
            folder, new Change("base/kustomization.yaml", "- web.yaml", "- website.yaml"));

    List<String> problems = check.check(new Overlay(k8s.resolve("overlays/local")));

    assertThat(problems).singleElement().asString().contains("is not rendered", "website.yaml");
  }
}
