package org.andon.room.push;

import java.time.Duration;
import java.util.Optional;

/** What a push service made of a message. */
public sealed interface PushOutcome {
  /** It will deliver it. */
  record Sent() implements PushOutcome {}

  /** The browser has unsubscribed. */
  record Gone() implements PushOutcome {}

  /** It would refuse it again. */
  record Refused(String reason) implements PushOutcome {}

  /**
   * It may take it later.
   *
   * @param retryAfter when it asks to be left alone for a while
   */
  record Failed(String reason, Optional<Duration> retryAfter) implements PushOutcome {}
}
