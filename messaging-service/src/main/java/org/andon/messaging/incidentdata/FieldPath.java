package org.andon.messaging.incidentdata;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A field of structured data: {@code temperature}, or {@code oven.temperature} within an object. A
 * name with other signs in it is quoted as JSON does: {@code "rate.per.hour"}.
 *
 * @param names from the outermost, at least one
 */
public record FieldPath(List<String> names) {
  private static final String NAME = "\"(?:[^\"\\\\]|\\\\.)*+\"|[^\".=!<>]++";

  /** As a regular expression. */
  static final String PATH = "(?:" + NAME + ")(?:\\.(?:" + NAME + "))*+";

  private static final Pattern WHOLE_PATH = Pattern.compile(PATH);
  private static final Pattern NAME_IN_PATH = Pattern.compile(NAME);
  private static final Pattern PLAIN_NAME = Pattern.compile("[^\".=!<>]+");
  private static final ObjectReader JSON = new ObjectMapper().readerFor(String.class);

  /** Empty if the text is no path. */
  static Optional<FieldPath> of(String text) {
    if (!WHOLE_PATH.matcher(text.strip()).matches()) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    Matcher name = NAME_IN_PATH.matcher(text.strip());
    while (name.find()) {
      names.add(unquoted(name.group().strip()));
    }
    return names.contains("") ? Optional.empty() : Optional.of(new FieldPath(names));
  }

  /** Empty if it is not quoted as JSON does. */
  private static String unquoted(String name) {
    if (!name.startsWith("\"")) {
      return name;
    }
    try {
      return JSON.readValue(name);
    } catch (JsonProcessingException e) {
      return "";
    }
  }

  /**
   * @param pointer as {@link #pointer} gives it
   */
  public static FieldPath ofPointer(String pointer) {
    List<String> names = new ArrayList<>();
    for (JsonPointer rest = JsonPointer.compile(pointer); !rest.matches(); rest = rest.tail()) {
      names.add(rest.getMatchingProperty());
    }
    return new FieldPath(names);
  }

  /** As {@link #of} reads it. */
  public String text() {
    return names.stream().map(FieldPath::quotedIfNeeded).collect(Collectors.joining("."));
  }

  private static String quotedIfNeeded(String name) {
    boolean plain = PLAIN_NAME.matcher(name).matches() && name.equals(name.strip());
    return plain ? name : TextNode.valueOf(name).toString();
  }

  /** As RFC 6901 writes it. */
  String pointer() {
    JsonPointer pointer = JsonPointer.empty();
    for (String name : names) {
      pointer = pointer.appendProperty(name);
    }
    return pointer.toString();
  }
}
