package org.andon.k8scheck;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.andon.k8scheck.manifest.Manifest;
import org.andon.k8scheck.manifest.Manifests;

/**
 * What Kubernetes' and the operators' own schemas say of manifests: values, and fields that do not
 * exist.
 *
 * @param module the folder of this module, where {@code schemas.mjs} is
 */
record Schemas(Path module) {
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Objection(int index, String message) {}

  List<String> check(Manifests manifests) {
    try {
      String input = JSON.writeValueAsString(manifests.all().stream().map(Manifest::json).toList());
      String output = Command.in(module).run(input, "node", "schemas.mjs", "target/definitions");
      return JSON.readValue(output, new TypeReference<List<Objection>>() {}).stream()
          .map(it -> manifests.all().get(it.index()) + ": " + it.message())
          .toList();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
