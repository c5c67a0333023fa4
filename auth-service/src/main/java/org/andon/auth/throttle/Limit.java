package org.andon.auth.throttle;

import java.time.Duration;

/**
 * How often something may be tried in a period.
 *
 * @param isOwn whether nobody but who signs in here uses it up: a right password clears it
 */
record Limit(String id, int capacity, Duration period, boolean isOwn) {}
