package org.andon.auth.origin;

import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ua_parser.Client;
import ua_parser.Parser;

/** Tells people what a User-Agent header means. */
@Singleton
class Devices {

  /** Real ones are shorter; what is longer is cut before hundreds of patterns look at it. */
  private static final int LENGTH = 300;

  /** What the parser calls all that it does not know. */
  private static final String UNKNOWN = "Other";

  private final Parser parser = new Parser();

  /**
   * @param userAgent null when there was none
   */
  String describe(String userAgent) {
    if (userAgent == null || userAgent.isBlank()) {
      return "";
    }
    var header = printable(userAgent.substring(0, Math.min(userAgent.length(), LENGTH)));
    var client = parser.parse(header);
    return client.userAgent.family.equals(UNKNOWN) ? header : describe(client);
  }

  private static String describe(Client client) {
    var browser = words(client.userAgent.family, client.userAgent.major);
    return client.os.family.equals(UNKNOWN)
        ? browser
        : browser + " on " + words(client.os.family, client.os.major);
  }

  private static String words(String... parts) {
    return Stream.of(parts).filter(part -> part != null).collect(Collectors.joining(" "));
  }

  /** It is shown to people and kept in a database, which takes no U+0000. */
  private static String printable(String header) {
    return header.replaceAll("\\p{Cntrl}|\\p{Cf}", "");
  }
}
