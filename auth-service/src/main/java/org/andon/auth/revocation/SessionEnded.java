package org.andon.auth.revocation;

import java.util.UUID;
import org.andon.outbox.EventWritten;

/** Fired inside the transaction that ends a session; published as soon as that has committed. */
public record SessionEnded(UUID sessionId) implements EventWritten {}
