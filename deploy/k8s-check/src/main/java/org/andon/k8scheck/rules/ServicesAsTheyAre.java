package org.andon.k8scheck.rules;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.andon.k8scheck.manifest.Manifest;
import org.andon.k8scheck.manifest.Manifests;

/**
 * The services' ports and health checks are those of their code, and the addresses they are given
 * lead to one.
 */
record ServicesAsTheyAre(Path repository) implements Rule {
  private static final Map<String, String> HEALTH =
      Map.of(
          "startupProbe", "/q/health/started",
          "readinessProbe", "/q/health/ready",
          "livenessProbe", "/q/health/live");
  private static final Pattern IN_NAMESPACE = Pattern.compile("http://[a-z-]+(:\\d+)?(/.*)?");

  @Override
  public Stream<Problem> check(Manifests manifests) {
    return manifests
        .of("Deployment")
        .flatMap(
            deployment ->
                ServiceProperties.of(repository, deployment.name()).stream()
                    .flatMap(
                        it ->
                            Stream.concat(
                                ports(deployment, it), addresses(deployment, manifests))));
  }

  private static Stream<Problem> ports(Manifest deployment, ServiceProperties service) {
    return deployment
        .containers()
        .flatMap(
            container ->
                Stream.concat(
                    Manifest.elements(container.path("ports"))
                        .map(it -> it.path("containerPort").asInt())
                        .filter(it -> it != service.port())
                        .map(
                            it ->
                                Problem.of(
                                    deployment, "listens on %d, not %d", service.port(), it)),
                    HEALTH.entrySet().stream()
                        .filter(
                            it ->
                                !container
                                    .path(it.getKey())
                                    .at("/httpGet/path")
                                    .asText()
                                    .equals(it.getValue()))
                        .map(
                            it ->
                                Problem.of(
                                    deployment, "its %s is at %s", it.getKey(), it.getValue()))));
  }

  private static Stream<Problem> addresses(Manifest deployment, Manifests manifests) {
    return new Settings(manifests)
        .of(deployment).entrySet().stream()
            .filter(it -> IN_NAMESPACE.matcher(it.getValue()).matches())
            .filter(it -> !URI.create(it.getValue()).getHost().equals("localhost"))
            .filter(it -> !leadsToService(URI.create(it.getValue()), manifests))
            .map(
                it ->
                    Problem.of(
                        deployment, "%s=%s leads to no Service", it.getKey(), it.getValue()));
  }

  private static boolean leadsToService(URI address, Manifests manifests) {
    int port = address.getPort() == -1 ? 80 : address.getPort();
    return manifests.find("Service", address.getHost()).stream()
        .flatMap(it -> it.each("/spec/ports"))
        .anyMatch(it -> it.path("port").asInt() == port);
  }
}
