package org.andon.file.publishing;

import java.time.Instant;
import java.util.UUID;
import org.andon.contracts.IncidentFile;
import org.andon.outbox.CloudEvent;
import org.andon.outbox.PendingEvent;

/** Something that happened to a file, as the topic of files tells it; by room. */
record FileEvent(Kind kind, UUID fileId, String key, CloudEvent event) implements PendingEvent {

  enum Kind {
    UPLOADED("uploaded"),
    DELETED("deleted");

    private final String wireName;

    Kind(String wireName) {
      this.wireName = wireName;
    }
  }

  /**
   * @param data the file as JSON
   */
  static FileEvent of(Kind kind, IncidentFile file, String data) {
    String roomId = file.roomId().toString();
    Instant time =
        switch (kind) {
          case UPLOADED -> file.uploadedAt();
          case DELETED -> file.deletedAt();
        };
    String id = file.fileId() + ":" + kind.wireName;
    return new FileEvent(
        kind,
        file.fileId(),
        roomId,
        new CloudEvent(id, "andon.file." + kind.wireName, time, roomId, data));
  }
}
