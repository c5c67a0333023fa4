package org.andon.room.push;

import java.time.Instant;
import java.util.UUID;
import org.andon.room.room.Severity;

/**
 * What is sent to a browser, and how the push service is to treat it.
 *
 * @param roomId of one room, a later message takes the place of one not delivered yet
 * @param severity how urgent it is
 * @param payload what the browser is given; the push service cannot read it
 * @param expiresAt until when it is worth delivering
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record PushMessage(UUID roomId, Severity severity, byte[] payload, Instant expiresAt) {}
