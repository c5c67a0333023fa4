package org.andon.messaging.reading;

import java.util.UUID;

/** Somebody who reads a room. */
public record Reader(UUID roomId, String userId) {}
