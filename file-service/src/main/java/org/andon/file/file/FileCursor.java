package org.andon.file.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Where the next page starts: after this file. Opaque to clients. */
record FileCursor(Instant time, UUID fileId) {
  /** No file is later; PostgreSQL's own range is wider, but narrower than what a cursor can say. */
  private static final Instant END = Instant.parse("9999-12-31T23:59:59.999Z");

  static FileCursor after(StoredFile file) {
    return new FileCursor(file.uploadedAt, file.fileId);
  }

  static FileCursor parse(String text) {
    try {
      String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 2);
      FileCursor cursor =
          new FileCursor(Instant.ofEpochMilli(Long.parseLong(parts[0])), UUID.fromString(parts[1]));
      if (!cursor.time.isBefore(Instant.EPOCH) && !cursor.time.isAfter(END)) {
        return cursor;
      }
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      // Answered below, as a cursor at an impossible time is.
    }
    throw new FileException.InvalidField("cursor", "is not a cursor of this list");
  }

  String encoded() {
    String text = time.toEpochMilli() + " " + fileId;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
