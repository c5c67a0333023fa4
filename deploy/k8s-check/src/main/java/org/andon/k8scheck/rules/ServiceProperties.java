package org.andon.k8scheck.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** What a service's own {@code application.properties} says of it. */
record ServiceProperties(String service, Properties values) {
  private static final String CHANNEL = "mp\\.messaging\\.%s\\.[^.]+\\.topic";

  /** Empty for what is no service of ours. */
  static Optional<ServiceProperties> of(Path repository, String service) {
    Path file = repository.resolve(service).resolve("src/main/resources/application.properties");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (var reader = Files.newBufferedReader(file)) {
      Properties values = new Properties();
      values.load(reader);
      return Optional.of(new ServiceProperties(service, values));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return Integer.parseInt(values.getProperty("quarkus.http.port"));
  }

  Stream<String> topicsRead() {
    return channels("incoming").map(values::getProperty);
  }

  Stream<String> topicsWritten() {
    return channels("outgoing").map(values::getProperty);
  }

  /** Its consumer groups, something made up in place of what only a running pod knows. */
  Stream<String> groups() {
    return channels("incoming")
        .map(it -> values.getProperty(it.replaceFirst("topic$", "group.id")))
        .map(it -> it.replaceAll("\\$\\{[^}]*}", "pod"));
  }

  private Stream<String> channels(String direction) {
    return values.stringPropertyNames().stream()
        .filter(it -> it.matches(CHANNEL.formatted(direction)));
  }
}
