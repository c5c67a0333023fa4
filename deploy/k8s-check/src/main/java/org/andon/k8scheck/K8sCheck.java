package org.andon.k8scheck;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.andon.k8scheck.manifest.Manifests;
import org.andon.k8scheck.manifest.Overlay;
import org.andon.k8scheck.rules.Problem;
import org.andon.k8scheck.rules.Rules;

/**
 * Holds the overlays of {@code k8s} against schemas and rules.
 *
 * @param repository the root of a checkout
 */
public record K8sCheck(Path repository) {

  /** Tells of every overlay; ends with 1 if one has a problem. */
  public static void main(String[] arguments) {
    Path repository = Path.of(arguments.length > 0 ? arguments[0] : ".").toAbsolutePath();
    K8sCheck check = new K8sCheck(repository);
    int problems = 0;
    for (Overlay overlay : Overlay.in(repository.resolve("k8s"))) {
      List<String> found = check.check(overlay);
      System.out.printf("%-24s %s%n", overlay.name(), found.isEmpty() ? "ok" : "has problems");
      found.forEach(it -> System.out.println("  " + it));
      problems += found.size();
    }
    System.exit(problems == 0 ? 0 : 1);
  }

  /** Everything that is wrong with an overlay, one line each. */
  List<String> check(Overlay overlay) {
    try {
      Manifests manifests = overlay.render(module());
      List<String> problems = new ArrayList<>(new Schemas(module()).check(manifests));
      Rules.of(repository).check(manifests).stream().map(Problem::toString).forEach(problems::add);
      return problems;
    } catch (Command.Failed e) {
      return List.of("is not rendered: " + e.getMessage());
    }
  }

  private Path module() {
    return repository.resolve("deploy/k8s-check");
  }
}
