package org.andon.k8scheck.rules;

import java.util.stream.Stream;
import org.andon.k8scheck.manifest.Manifests;

/** One way in which objects have to fit. */
@FunctionalInterface
public interface Rule {
  Stream<Problem> check(Manifests manifests);
}
