package org.andon.file.publishing;

import java.time.Instant;
import org.andon.contracts.IncidentFile;

/** Something that happened to a file, as the topic of files tells it. */
record FileEvent(Kind kind, IncidentFile file) {

  enum Kind {
    UPLOADED("uploaded"),
    DELETED("deleted");

    private final String wireName;

    Kind(String wireName) {
      this.wireName = wireName;
    }
  }

  /** The same however often it is sent. */
  String id() {
    return file.fileId() + ":" + kind.wireName;
  }

  String type() {
    return "andon.file." + kind.wireName;
  }

  Instant time() {
    return switch (kind) {
      case UPLOADED -> file.uploadedAt();
      case DELETED -> file.deletedAt();
    };
  }
}
