package org.andon.k8scheck.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.andon.k8scheck.manifest.Manifest;
import org.andon.k8scheck.manifest.Manifests;

/**
 * Every image has a version of its own, or a digest: what runs tomorrow is what was tried today.
 */
final class Images implements Rule {
  private static final Pattern PINNED =
      Pattern.compile(
          "[^:@]+(:[0-9]+/[^:@]+)?(:(?!latest$|main$|stable$)[^:@]+|@sha256:[0-9a-f]{64})");

  @Override
  public Stream<Problem> check(Manifests manifests) {
    return Stream.concat(
        manifests
            .of("Deployment")
            .flatMap(
                it -> it.containers().flatMap(container -> unpinned(it, container.path("image")))),
        manifests.of("Cluster").flatMap(it -> unpinned(it, it.at("/spec/imageName"))));
  }

  private static Stream<Problem> unpinned(Manifest manifest, JsonNode image) {
    return PINNED.matcher(image.asText()).matches()
        ? Stream.empty()
        : Stream.of(Problem.of(manifest, "the image %s has no version", image.asText()));
  }
}
