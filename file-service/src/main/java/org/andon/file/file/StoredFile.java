package org.andon.file.file;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.andon.file.preview.PreviewState;
import org.andon.file.storage.ObjectRef;
import org.hibernate.annotations.Formula;

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
  String deletedBy;

  /** Whose bytes these are; other files of the room may have the same. Null once purged. */
  UUID objectId;

  /** Of the object; null until it was tried. */
  @Enumerated(EnumType.STRING)
  @Formula("(select o.preview from objects o where o.object_id = object_id)")
  PreviewState preview;

  ObjectRef object() {
    return new ObjectRef(roomId, objectId);
  }

  FileName name() {
    return new FileName(fileName);
  }
}
