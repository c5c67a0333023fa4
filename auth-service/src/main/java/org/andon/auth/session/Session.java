package org.andon.auth.session;

import java.time.Instant;
import java.util.UUID;
import org.andon.auth.directory.Person;
import org.andon.auth.origin.Origin;

/**
 * A session as it is now.
 *
 * @param person as the directory described them at the last login or refresh
 * @param expiresAt when it ends by itself, unless refreshed before
 * @param accessUntil when the access token of the last login or refresh expires
 */
public record Session(
    UUID id,
    Person person,
    Origin origin,
    Instant createdAt,
    Instant lastSeenAt,
    Instant expiresAt,
    Instant accessUntil) {}
