package org.andon.auth.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * Which events to list; null asks for all.
 *
 * @param from inclusive
 * @param to exclusive
 * @param before a cursor: older than this event
 */
record EventFilter(String userId, EventType event, Instant from, Instant to, UUID before) {}
