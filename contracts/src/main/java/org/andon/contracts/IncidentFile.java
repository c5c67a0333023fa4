package org.andon.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * A file's metadata, on {@link TopicNames#FILES}.
 *
 * @param fileName null once the file is deleted, as {@code description}
 * @param size bytes
 * @param sha256 lower-case hexadecimal
 * @param width pixels; null unless an image, as {@code height}
 * @param deletedAt null until the file is deleted
 */
public record IncidentFile(
    UUID fileId,
    UUID roomId,
    String fileName,
    String contentType,
    long size,
    String sha256,
    Integer width,
    Integer height,
    String description,
    String uploadedBy,
    Instant uploadedAt,
    Instant deletedAt) {}
