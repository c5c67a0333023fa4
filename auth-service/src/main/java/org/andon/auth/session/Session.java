package org.andon.auth.session;

import java.time.Instant;
import java.util.UUID;
import org.andon.auth.directory.Person;

/**
 * A session as it is now.
 *
 * @param person as the directory described them at the last login or refresh
 * @param expiresAt when it ends by itself, unless refreshed before
 */
public record Session(
    UUID id,
    Person person,
    Origin origin,
    Instant createdAt,
    Instant lastSeenAt,
    Instant expiresAt) {}
