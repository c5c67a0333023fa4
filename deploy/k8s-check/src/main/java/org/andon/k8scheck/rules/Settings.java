package org.andon.k8scheck.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.andon.k8scheck.manifest.Manifest;
import org.andon.k8scheck.manifest.Manifests;

/** The environment that a Deployment's containers get. */
record Settings(Manifests manifests) {
  /** What stands for a value that a Secret has. */
  static final String SECRET = "(secret)";

  Map<String, String> of(Manifest deployment) {
    Map<String, String> settings = new LinkedHashMap<>();
    deployment
        .containers()
        .forEach(
            container -> {
              Manifest.elements(container.path("envFrom"))
                  .flatMap(it -> data(it.at("/configMapRef/name").asText()))
                  .forEach(settings::putAll);
              Manifest.elements(container.path("env"))
                  .forEach(it -> settings.put(it.path("name").asText(), value(it)));
            });
    return settings;
  }

  private Stream<Map<String, String>> data(String configMap) {
    return manifests
        .find("ConfigMap", configMap)
        .map(it -> Manifest.labels(it.at("/data")))
        .stream();
  }

  private static String value(JsonNode variable) {
    return variable.has("valueFrom") ? SECRET : variable.path("value").asText();
  }
}
