package org.andon.auth.revocation;

import java.util.UUID;

/** Fired inside the transaction that ends a session; published as soon as that has committed. */
public record SessionEnded(UUID sessionId) {}
