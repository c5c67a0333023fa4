package org.andon.auth.audit;

import java.time.Instant;
import java.util.UUID;
import org.andon.auth.origin.Origin;

/**
 * One entry of the audit.
 *
 * @param userId whose account it is about; null when there is no such account: what was typed is
 *     never kept, since now and then it is a password
 * @param nameDigest a few bits of what was typed, where it was not looked up; else null
 * @param sessionId null where there is none
 * @param reason why it failed, was refused or revoked; null for a login
 * @param by the user who did it; null for the service itself and for somebody not known
 */
public record LoginEvent(
    UUID eventId,
    Instant occurredAt,
    EventType event,
    String userId,
    String nameDigest,
    UUID sessionId,
    String reason,
    String by,
    Origin origin) {}
