package org.andon.file.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * A file as members see it.
 *
 * @param size bytes
 * @param sha256 lower-case hexadecimal
 * @param width pixels; absent unless an image, as {@code height}
 * @param fileUrl good for five minutes, without a token
 * @param previewUrl the same of a JPEG; absent while there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FileView(
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
    String fileUrl,
    String previewUrl) {

  static FileView of(StoredFile file, String fileUrl, String previewUrl) {
    return new FileView(
        file.fileId,
        file.roomId,
        file.fileName,
        file.contentType,
        file.size,
        file.sha256,
        file.width,
        file.height,
        file.description,
        file.uploadedBy,
        file.uploadedAt,
        fileUrl,
        previewUrl);
  }
}
