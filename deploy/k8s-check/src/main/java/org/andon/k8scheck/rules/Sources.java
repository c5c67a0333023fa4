package org.andon.k8scheck.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.andon.k8scheck.manifest.Manifest;
import org.andon.k8scheck.manifest.Manifests;
import org.andon.k8scheck.manifest.Manifests.Required;

/** The ConfigMaps and Secrets that there will be, whoever makes them, with their keys. */
final class Sources {
  private final Map<String, Set<String>> keys = new HashMap<>();

  Sources(Manifests manifests) {
    manifests.of("ConfigMap").forEach(it -> put(it.kind(), it.name(), dataKeys(it)));
    manifests.of("Secret").forEach(it -> put(it.kind(), it.name(), dataKeys(it)));
    manifests
        .of("ExternalSecret")
        .forEach(
            it ->
                put(
                    "Secret",
                    it.at("/spec/target/name").asText(it.name()),
                    it.each("/spec/data").map(data -> data.path("secretKey").asText()).toList()));
    // What Strimzi and CloudNativePG document that they make.
    manifests
        .of("KafkaUser")
        .forEach(
            it ->
                put(
                    "Secret",
                    it.name(),
                    List.of("ca.crt", "user.crt", "user.key", "user.p12", "user.password")));
    manifests
        .of("Kafka")
        .forEach(
            it ->
                put(
                    "Secret",
                    it.name() + "-cluster-ca-cert",
                    List.of("ca.crt", "ca.p12", "ca.password")));
    manifests.of("Cluster").forEach(it -> put("Secret", it.name() + "-ca", List.of("ca.crt")));
    manifests.required().forEach(this::put);
  }

  private void put(Required required) {
    put(required.kind(), required.name(), required.keys());
  }

  private void put(String kind, String name, List<String> itsKeys) {
    keys.computeIfAbsent(kind + " " + name, it -> new HashSet<>()).addAll(itsKeys);
  }

  private static List<String> dataKeys(Manifest manifest) {
    List<String> names = new ArrayList<>();
    manifest.at("/data").fieldNames().forEachRemaining(names::add);
    manifest.at("/stringData").fieldNames().forEachRemaining(names::add);
    return names;
  }

  boolean has(String reference) {
    return keys.containsKey(reference);
  }

  boolean has(String reference, String key) {
    return keys.getOrDefault(reference, Set.of()).contains(key);
  }
}
