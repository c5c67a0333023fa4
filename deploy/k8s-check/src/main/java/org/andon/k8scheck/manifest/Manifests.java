package org.andon.k8scheck.manifest;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that one overlay renders to.
 *
 * @param required what it says has to be there before
 */
public record Manifests(List<Manifest> all, List<Required> required) {

  /** A ConfigMap or Secret that somebody else makes. */
  public record Required(String kind, String name, List<String> keys, String purpose) {}

  public Stream<Manifest> of(String kind) {
    return all.stream().filter(it -> it.kind().equals(kind));
  }

  public Optional<Manifest> find(String kind, String name) {
    return of(kind).filter(it -> it.name().equals(name)).findFirst();
  }
}
