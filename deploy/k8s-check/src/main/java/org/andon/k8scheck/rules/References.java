package org.andon.k8scheck.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.andon.k8scheck.manifest.Manifest;
import org.andon.k8scheck.manifest.Manifests;

/**
 * ConfigMaps, Secrets, their keys and ServiceAccounts that are referenced exist; no Secret is
 * written out.
 */
final class References implements Rule {

  /** Of a key; or, without one, of the whole. */
  private record Reference(String source, String key) {
    static Reference secret(JsonNode name, String key) {
      return new Reference("Secret " + name.asText(), key);
    }

    static Reference configMap(JsonNode name, String key) {
      return new Reference("ConfigMap " + name.asText(), key);
    }
  }

  @Override
  public Stream<Problem> check(Manifests manifests) {
    Sources sources = new Sources(manifests);
    return Stream.of(
            manifests.all().stream()
                .flatMap(
                    it ->
                        references(it)
                            .filter(to -> !exists(sources, to))
                            .map(to -> Problem.of(it, "there is no %s", describe(to)))),
            unneeded(manifests),
            manifests.of("Deployment").flatMap(it -> account(it, manifests)),
            manifests
                .of("Secret")
                .map(it -> Problem.of(it, "a Secret has no place among manifests")))
        .flatMap(it -> it);
  }

  private static boolean exists(Sources sources, Reference to) {
    return to.key() == null ? sources.has(to.source()) : sources.has(to.source(), to.key());
  }

  private static String describe(Reference to) {
    return to.key() == null ? to.source() : to.source() + " with " + to.key();
  }

  private static Stream<Problem> unneeded(Manifests manifests) {
    Set<String> wanted =
        manifests.all().stream()
            .flatMap(References::references)
            .map(Reference::source)
            .collect(Collectors.toSet());
    return manifests.required().stream()
        .map(it -> it.kind() + " " + it.name())
        .filter(it -> !wanted.contains(it))
        .map(it -> new Problem(it, "is required, but nothing refers to it"));
  }

  private static Stream<Problem> account(Manifest deployment, Manifests manifests) {
    String name = deployment.at("/spec/template/spec/serviceAccountName").asText();
    return manifests.find("ServiceAccount", name).isPresent()
        ? Stream.empty()
        : Stream.of(Problem.of(deployment, "there is no ServiceAccount %s", name));
  }

  private static Stream<Reference> references(Manifest manifest) {
    return switch (manifest.kind()) {
      case "Deployment" -> Stream.concat(fromContainers(manifest), fromVolumes(manifest));
      case "Cluster" ->
          manifest
              .each("/spec/managed/roles")
              .map(it -> it.at("/passwordSecret/name"))
              .flatMap(
                  it -> Stream.of("username", "password").map(key -> Reference.secret(it, key)));
      case "ObjectStore" ->
          manifest.at("/spec/configuration/s3Credentials").properties().stream()
              .map(it -> it.getValue())
              .map(it -> Reference.secret(it.path("name"), it.path("key").asText()));
      case "Gateway" ->
          manifest
              .each("/spec/listeners")
              .flatMap(it -> Manifest.elements(it.at("/tls/certificateRefs")))
              .map(it -> Reference.secret(it.path("name"), "tls.crt"));
      default -> Stream.empty();
    };
  }

  private static Stream<Reference> fromContainers(Manifest deployment) {
    return deployment
        .containers()
        .flatMap(
            container ->
                Stream.concat(
                    Manifest.elements(container.path("envFrom"))
                        .map(
                            it ->
                                it.has("secretRef")
                                    ? Reference.secret(it.at("/secretRef/name"), null)
                                    : Reference.configMap(it.at("/configMapRef/name"), null)),
                    Manifest.elements(container.path("env"))
                        .map(it -> it.at("/valueFrom/secretKeyRef"))
                        .filter(it -> !it.isMissingNode())
                        .map(it -> Reference.secret(it.path("name"), it.path("key").asText()))));
  }

  private static Stream<Reference> fromVolumes(Manifest deployment) {
    return deployment
        .each("/spec/template/spec/volumes")
        .flatMap(
            it ->
                it.has("secret")
                    ? keyed(Reference.secret(it.at("/secret/secretName"), null), it.path("secret"))
                    : it.has("configMap")
                        ? keyed(
                            Reference.configMap(it.at("/configMap/name"), null),
                            it.path("configMap"))
                        : Stream.empty());
  }

  private static Stream<Reference> keyed(Reference whole, JsonNode volume) {
    List<Reference> items =
        Manifest.elements(volume.path("items"))
            .map(it -> new Reference(whole.source(), it.path("key").asText()))
            .toList();
    return items.isEmpty() ? Stream.of(whole) : items.stream();
  }
}
