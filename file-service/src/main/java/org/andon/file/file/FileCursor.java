package org.andon.file.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Where the next page starts: after this file. Opaque to clients. */
record FileCursor(Instant time, UUID fileId) {

  static FileCursor after(StoredFile file) {
    return new FileCursor(file.uploadedAt, file.fileId);
  }

  static FileCursor parse(String text) {
    try {
      String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 2);
      return new FileCursor(
          Instant.ofEpochMilli(Long.parseLong(parts[0])), UUID.fromString(parts[1]));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new FileException.InvalidField("cursor", "is not a cursor of this list");
    }
  }

  String encoded() {
    String text = time.toEpochMilli() + " " + fileId;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
