package org.andon.messaging.report;

import java.util.Locale;
import java.util.stream.Stream;
import org.andon.http.InvalidParameter;

/** What a report is written as. */
public enum Format {
  HTML("text/html;charset=UTF-8"),
  PDF("application/pdf"),
  MD("text/markdown;charset=UTF-8"),
  JSON("application/json");

  private final String mediaType;

  Format(String mediaType) {
    this.mediaType = mediaType;
  }

  /**
   * @param name as in {@code format=}
   */
  static Format of(String name) {
    return Stream.of(values())
        .filter(format -> format.extension().equals(name))
        .findFirst()
        .orElseThrow(() -> new InvalidParameter("format", "is html, pdf, md or json."));
  }

  String mediaType() {
    return mediaType;
  }

  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }
}
