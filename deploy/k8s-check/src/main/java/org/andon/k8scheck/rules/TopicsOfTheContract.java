package org.andon.k8scheck.rules;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.andon.backing.Topic;
import org.andon.backing.Topics;
import org.andon.k8scheck.manifest.Manifest;
import org.andon.k8scheck.manifest.Manifests;

/**
 * The topics are those of the contract, with the same partitions and settings as on the local
 * stack.
 */
final class TopicsOfTheContract implements Rule {

  @Override
  public Stream<Problem> check(Manifests manifests) {
    Map<String, Topic> contract =
        Topics.ALL.stream().collect(Collectors.toMap(Topic::name, it -> it));
    return Stream.of(
            contract.values().stream()
                .filter(it -> manifests.find("KafkaTopic", it.name()).isEmpty())
                .map(it -> new Problem("KafkaTopic " + it.name(), "is missing")),
            manifests
                .of("KafkaTopic")
                .filter(it -> !contract.containsKey(it.name()))
                .map(it -> Problem.of(it, "is not in the contract")),
            manifests
                .of("KafkaTopic")
                .filter(it -> contract.containsKey(it.name()))
                .flatMap(it -> different(it, contract.get(it.name()))))
        .flatMap(it -> it);
  }

  private static Stream<Problem> different(Manifest manifest, Topic topic) {
    Topic here =
        new Topic(
            manifest.name(),
            manifest.at("/spec/partitions").asInt(),
            Manifest.labels(manifest.at("/spec/config")));
    return here.equals(topic)
        ? Stream.empty()
        : Stream.of(Problem.of(manifest, "is %s, by the contract %s", here, topic));
  }
}
