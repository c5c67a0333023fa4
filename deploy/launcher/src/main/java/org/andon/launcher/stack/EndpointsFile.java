package org.andon.launcher.stack;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** {@code endpoints.json}: where everything listens, for tests and tools. */
final class EndpointsFile {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path file;

  EndpointsFile(Path data) {
    file = data.resolve("endpoints.json");
  }

  record Endpoints(
      @JsonProperty String gateway,
      @JsonProperty String kafka,
      @JsonProperty String postgres,
      @JsonProperty String ldap,
      @JsonProperty String s3,
      @JsonProperty List<Service> services) {}

  record Service(
      @JsonProperty String name,
      @JsonProperty String url,
      @JsonProperty long pid,
      @JsonProperty String log) {}

  /** Replaces the file at once, so that no reader sees half of it. */
  void write(Endpoints endpoints) {
    try {
      Path draft = file.resolveSibling(file.getFileName() + ".new");
      JSON.writeValue(draft.toFile(), endpoints);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
