package org.andon.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody was mentioned in a message, on {@link TopicNames#MENTIONS}; nobody is told of their own
 * message.
 *
 * @param userId who is mentioned
 * @param sequenceNumber of the message, or of the edit, that mentions them
 * @param messageType {@code text}, {@code image_ref}, {@code file_ref} or {@code incident_data}
 * @param excerpt how the message begins
 * @param senderId who mentions them, a user id
 * @param createdAt when the message was written
 */
public record UserMentioned(
    String userId,
    UUID roomId,
    String roomTitle,
    long sequenceNumber,
    UUID messageId,
    String messageType,
    String excerpt,
    String senderId,
    String senderName,
    Instant createdAt) {}
