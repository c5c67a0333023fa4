package org.andon.auth.revocation;

import java.time.Instant;
import org.andon.contracts.SessionRevoked;

/** A session that has ended, and is not known to be on Kafka yet. */
record PendingRevocation(SessionRevoked event, Instant endedAt) {}
