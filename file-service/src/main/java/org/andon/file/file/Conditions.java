package org.andon.file.file;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a client says of the copy that it may have, by RFC 9110.
 *
 * @param ifMatch as it came, or null; as the others
 */
record Conditions(String ifMatch, String ifNoneMatch, String ifRange) {
  private static final String WEAK = "W/";

  enum Outcome {
    UNCHANGED,
    PRECONDITION_FAILED
  }

  /**
   * Empty if the content is to be sent.
   *
   * @param tag the content's, strong, in its quotes
   */
  Optional<Outcome> outcome(String tag) {
    if (ifMatch != null && !names(ifMatch, tag)) {
      return Optional.of(Outcome.PRECONDITION_FAILED);
    }
    // For a copy that is only to be shown, a weak tag will do.
    return ifNoneMatch != null && names(ifNoneMatch.replace(WEAK, ""), tag)
        ? Optional.of(Outcome.UNCHANGED)
        : Optional.empty();
  }

  /** Whether a part of the content fits what the client has of it. */
  boolean allowPart(String tag) {
    return ifRange == null || ifRange.strip().equals(tag);
  }

  private static boolean names(String header, String tag) {
    return Arrays.stream(header.split(","))
        .map(String::strip)
        .anyMatch(named -> named.equals("*") || named.equals(tag));
  }
}
