package org.andon.file.file;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A file's metadata. The bytes are in the object store before this row is. */
@Entity
@Table(name = "files")
class StoredFile {
  @Id UUID fileId;
  UUID roomId;
  String fileName;
  String contentType;

  @Enumerated(EnumType.STRING)
  FileKind kind;

  /** In bytes. */
  long size;

  String sha256;
  Integer width;
  Integer height;
  String description;
  String uploadedBy;
  Instant uploadedAt;
  Instant deletedAt;

  String objectKey() {
    return "rooms/" + roomId + "/" + fileId;
  }

  FileName name() {
    return new FileName(fileName);
  }
}
