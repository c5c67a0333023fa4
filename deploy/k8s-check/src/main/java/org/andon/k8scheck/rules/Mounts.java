package org.andon.k8scheck.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.andon.k8scheck.manifest.Manifest;
import org.andon.k8scheck.manifest.Manifests;

/** Mounts have volumes, volumes are mounted, and files that settings name are in them. */
final class Mounts implements Rule {

  @Override
  public Stream<Problem> check(Manifests manifests) {
    return manifests
        .of("Deployment")
        .flatMap(it -> Stream.concat(volumes(it), files(it, new Settings(manifests).of(it))));
  }

  private static Stream<Problem> volumes(Manifest deployment) {
    Set<String> volumes = names(deployment.each("/spec/template/spec/volumes"));
    Set<String> mounts = names(mounts(deployment));
    return Stream.concat(
        mounts.stream()
            .filter(it -> !volumes.contains(it))
            .map(it -> Problem.of(deployment, "there is no volume for the mount %s", it)),
        volumes.stream()
            .filter(it -> !mounts.contains(it))
            .map(it -> Problem.of(deployment, "the volume %s is mounted nowhere", it)));
  }

  /** A setting whose name ends so is a path in the container. */
  private static Stream<Problem> files(Manifest deployment, Map<String, String> settings) {
    List<JsonNode> mounts = mounts(deployment).toList();
    return settings.entrySet().stream()
        .filter(it -> it.getKey().endsWith("_LOCATION"))
        .filter(it -> mounts.stream().noneMatch(mount -> holds(deployment, mount, it.getValue())))
        .map(it -> Problem.of(deployment, "%s=%s is in no mount", it.getKey(), it.getValue()));
  }

  private static boolean holds(Manifest deployment, JsonNode mount, String file) {
    String folder = mount.path("mountPath").asText() + "/";
    if (!file.startsWith(folder)) {
      return false;
    }
    List<String> items =
        deployment
            .each("/spec/template/spec/volumes")
            .filter(it -> it.path("name").equals(mount.path("name")))
            .flatMap(it -> it.findValues("items").stream())
            .flatMap(Manifest::elements)
            .map(it -> it.path("path").asText())
            .toList();
    return items.isEmpty() || items.contains(file.substring(folder.length()));
  }

  private static Stream<JsonNode> mounts(Manifest deployment) {
    return deployment.containers().flatMap(it -> Manifest.elements(it.path("volumeMounts")));
  }

  private static Set<String> names(Stream<JsonNode> all) {
    return all.map(it -> it.path("name").asText()).collect(Collectors.toSet());
  }
}
