package org.andon.messaging.mention;

import java.time.Instant;
import java.util.UUID;
import org.andon.http.InvalidParameter;
import org.andon.messaging.query.Parameters;

/** The place of a message in the list of mentions: the list goes on with what is older. */
record MentionCursor(Instant createdAt, UUID messageId) {
  /** Later than any message. */
  static final MentionCursor NEWEST =
      new MentionCursor(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1, -1));

  private static final String SEPARATOR = "_";

  static MentionCursor of(String text) {
    if (text == null) {
      return NEWEST;
    }
    try {
      int separator = text.indexOf(SEPARATOR);
      if (separator > 0) {
        return new MentionCursor(
            Parameters.time("cursor", text.substring(0, separator)),
            UUID.fromString(text.substring(separator + 1)));
      }
    } catch (InvalidParameter | IllegalArgumentException e) {
      // told below
    }
    throw new InvalidParameter("cursor", "is the next of a page before.");
  }

  String text() {
    return createdAt + SEPARATOR + messageId;
  }
}
