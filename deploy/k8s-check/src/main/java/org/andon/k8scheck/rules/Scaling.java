package org.andon.k8scheck.rules;

import java.util.stream.Stream;
import org.andon.k8scheck.manifest.Manifest;
import org.andon.k8scheck.manifest.Manifests;

/** An autoscaler has a Deployment, which then says nothing itself of how many pods it has. */
final class Scaling implements Rule {

  @Override
  public Stream<Problem> check(Manifests manifests) {
    return manifests
        .of("ScaledObject")
        .flatMap(
            scaler -> {
              String target = scaler.at("/spec/scaleTargetRef/name").asText();
              return manifests
                  .find("Deployment", target)
                  .map(it -> fixed(scaler, it))
                  .orElse(Stream.of(Problem.of(scaler, "there is no Deployment %s", target)));
            });
  }

  private static Stream<Problem> fixed(Manifest scaler, Manifest deployment) {
    return deployment.at("/spec/replicas").isMissingNode()
        ? Stream.empty()
        : Stream.of(Problem.of(deployment, "has replicas, which %s is to say", scaler));
  }
}
