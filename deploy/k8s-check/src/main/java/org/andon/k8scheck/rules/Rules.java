package org.andon.k8scheck.rules;

import java.nio.file.Path;
import java.util.List;
import org.andon.k8scheck.manifest.Manifests;

/** All of them. */
public record Rules(List<Rule> all) {

  /**
   * The rules of this repository.
   *
   * @param repository where the services' sources are, which manifests have to agree with
   */
  public static Rules of(Path repository) {
    return new Rules(
        List.of(
            new Selectors(),
            new Ports(),
            new Mounts(),
            new References(),
            new Routes(),
            new TopicsOfTheContract(),
            new AccessToTopics(repository),
            new ServicesAsTheyAre(repository),
            new Images(),
            new Hardening(),
            new Scaling()));
  }

  public List<Problem> check(Manifests manifests) {
    return all.stream().flatMap(it -> it.check(manifests)).toList();
  }
}
