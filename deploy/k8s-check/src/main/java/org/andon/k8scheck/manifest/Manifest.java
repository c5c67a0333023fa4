package org.andon.k8scheck.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One object as it would be applied. */
public record Manifest(JsonNode json) {

  public String kind() {
    return json.path("kind").asText();
  }

  public String name() {
    return json.at("/metadata/name").asText();
  }

  /** The node at a JSON pointer; a missing node when there is none. */
  public JsonNode at(String pointer) {
    return json.at(pointer);
  }

  /** The elements of the array at a JSON pointer; none when there is none. */
  public Stream<JsonNode> each(String pointer) {
    return elements(at(pointer));
  }

  /** All containers of a Deployment's pods. */
  public Stream<JsonNode> containers() {
    return each("/spec/template/spec/containers");
  }

  public Map<String, String> podLabels() {
    return labels(at("/spec/template/metadata/labels"));
  }

  @Override
  public String toString() {
    return kind() + " " + name();
  }

  public static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  public static Map<String, String> labels(JsonNode object) {
    Map<String, String> labels = new LinkedHashMap<>();
    object.properties().forEach(it -> labels.put(it.getKey(), it.getValue().asText()));
    return labels;
  }
}
