package org.andon.e2e.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The directory of a local stack that is there for one run only. */
public record StackData(Path path) {

  /**
   * A process of the stack.
   *
   * @param instance a service, or a pod of it as {@code messaging-service-1}
   */
  public record Running(String name, String instance, URI url, long pid) {}

  public static StackData create(String prefix) {
    try {
      return new StackData(Files.createTempDirectory(prefix));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@code endpoints.json} tells of them now. */
  public List<Running> running() {
    try {
      JsonNode endpoints = Api.JSON.readTree(path.resolve("endpoints.json").toFile());
      List<Running> found = new ArrayList<>();
      for (JsonNode service : endpoints.get("services")) {
        String log = Path.of(service.get("log").asText()).getFileName().toString();
        found.add(
            new Running(
                service.get("name").asText(),
                log.substring(0, log.length() - ".log".length()),
                URI.create(service.get("url").asText()),
                service.get("pid").asLong()));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Running running(String instance) {
    return running().stream()
        .filter(it -> it.instance().equals(instance))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no " + instance));
  }

  public void keepLogs(Path directory) {
    try (Stream<Path> logs = Files.list(path.resolve("logs"))) {
      Files.createDirectories(directory);
      Stream<Path> all = Stream.concat(logs, Stream.of(path.resolve("postgres/server.log")));
      for (Path log : all.filter(Files::exists).toList()) {
        Files.copy(log, directory.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void delete() {
    try (Stream<Path> files = Files.walk(path)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
