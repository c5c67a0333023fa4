package org.andon.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path repository;
  @TempDir Path output;

  @BeforeEach
  void a_checkout_that_has_been_built() throws IOException {
    for (String file :
        List.of(
            "room-service/target/quarkus-app/lib/main/library.jar",
            "room-service/target/quarkus-app/quarkus/generated.jar",
            "room-service/target/quarkus-app/app/room-service.jar",
            "room-service/target/quarkus-app/quarkus-run.jar",
            "deploy/web/nginx.conf",
            "deploy/web/site-headers.conf",
            "frontend/dist/index.html")) {
      Path path = repository.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, file);
    }
  }

  @Test
  void a_service_runs_as_nobody_in_particular_and_says_its_port() throws Exception {
    Map<String, byte[]> archive = built("room-service");

    JsonNode settings = config(archive).path("config");
    assertThat(settings.path("User").asText()).isEqualTo("10001:10001");
    assertThat(settings.path("ExposedPorts").has("8102/tcp")).isTrue();
    assertThat(settings.path("WorkingDir").asText()).isEqualTo("/app");
    assertThat(settings.path("Entrypoint").toString()).contains("java", "quarkus-run.jar");
    assertThat(settings.at("/Labels/org.opencontainers.image.version").asText()).isEqualTo("1.2.3");
  }

  @Test
  void what_changes_least_comes_first_and_belongs_to_root() throws Exception {
    Map<String, byte[]> archive = built("room-service");

    List<List<TarArchiveEntry>> layers = layers(archive);
    assertThat(layers)
        .extracting(it -> it.getLast().getName())
        .containsExactly(
            "app/lib/main/library.jar",
            "app/quarkus/generated.jar",
            "app/app/room-service.jar",
            "app/quarkus-run.jar");
    assertThat(layers.stream().flatMap(List::stream))
        .allSatisfy(it -> assertThat(it.getLongUserId()).isZero())
        .allSatisfy(it -> assertThat(it.getMode() & 0022).isZero());
  }

  @Test
  void the_site_is_served_by_nginx_with_its_settings() throws Exception {
    Map<String, byte[]> archive = built("web");

    assertThat(config(archive).at("/config/User").asText()).isEqualTo("101:101");
    assertThat(layers(archive).stream().flatMap(List::stream))
        .extracting(TarArchiveEntry::getName)
        .contains(
            "etc/nginx/nginx.conf",
            "etc/nginx/site-headers.conf",
            "usr/share/nginx/html/index.html");
  }

  @Test
  void the_same_build_makes_the_same_image() throws Exception {
    byte[] first = built("room-service").get("index.json");

    byte[] second = built("room-service").get("index.json");

    assertThat(second).isEqualTo(first);
  }

  @Test
  void what_has_not_been_built_is_named() {
    assertThatThrownBy(() -> built("file-service"))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("file-service")
        .hasMessageContaining("has not been built");
  }

  private Map<String, byte[]> built(String name) throws Exception {
    Image image =
        new Catalogue(repository)
            .images("scratch", "scratch").stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    Path archive = output.resolve(name + ".tar");
    image.write(archive, "andon/" + name, "1.2.3", output.resolve("cache"));
    Map<String, byte[]> files = new HashMap<>();
    try (var tar = new TarArchiveInputStream(Files.newInputStream(archive))) {
      for (TarArchiveEntry it = tar.getNextEntry(); it != null; it = tar.getNextEntry()) {
        files.put(it.getName(), tar.readAllBytes());
      }
    }
    return files;
  }

  private static JsonNode manifest(Map<String, byte[]> archive) throws IOException {
    return blob(archive, JSON.readTree(archive.get("index.json")).at("/manifests/0/digest"));
  }

  private static JsonNode config(Map<String, byte[]> archive) throws IOException {
    return blob(archive, manifest(archive).at("/config/digest"));
  }

  private static List<List<TarArchiveEntry>> layers(Map<String, byte[]> archive)
      throws IOException {
    List<List<TarArchiveEntry>> layers = new ArrayList<>();
    for (JsonNode layer : manifest(archive).path("layers")) {
      List<TarArchiveEntry> entries = new ArrayList<>();
      byte[] compressed = archive.get(path(layer.path("digest")));
      try (var tar =
          new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(compressed)))) {
        for (TarArchiveEntry it = tar.getNextEntry(); it != null; it = tar.getNextEntry()) {
          entries.add(it);
        }
      }
      layers.add(entries);
    }
    return layers;
  }

  private static JsonNode blob(Map<String, byte[]> archive, JsonNode digest) throws IOException {
    return JSON.readTree(archive.get(path(digest)));
  }

  private static String path(JsonNode digest) {
    return "blobs/" + digest.asText().replace(':', '/');
  }
}
