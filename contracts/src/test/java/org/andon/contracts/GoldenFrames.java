package org.andon.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The golden frames, each named by its path below {@code frames}. */
final class GoldenFrames {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FOLDER = folder();
  private static final Set<String> CHANGES =
      Set.of(
          "message_edited",
          "message_deleted",
          "reaction_added",
          "reaction_removed",
          "message_marked");

  private GoldenFrames() {}

  static List<String> all() {
    return Stream.of("client", "server").flatMap(GoldenFrames::in).toList();
  }

  /** Those that are numbered, stored and on Kafka. */
  static List<String> durable() {
    return in("server").filter(name -> isDurable(read(name))).toList();
  }

  static ObjectNode read(String name) {
    try {
      return (ObjectNode) JSON.readTree(FOLDER.resolve(name).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isDurable(JsonNode frame) {
    String type = frame.path("type").asText();
    return type.equals("message")
        || CHANGES.contains(type)
        || (type.equals("system") && frame.has("sequence_number"));
  }

  private static Stream<String> in(String direction) {
    try (Stream<Path> files = Files.list(FOLDER.resolve(direction))) {
      return files.map(file -> direction + "/" + file.getFileName()).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    try {
      return Path.of(GoldenFrames.class.getResource("/frames").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
