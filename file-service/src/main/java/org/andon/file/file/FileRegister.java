package org.andon.file.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.andon.file.storage.ObjectStorage;

/** The transactions that make a stored object a file of a room, and a file a deleted one. */
@ApplicationScoped
class FileRegister {
  private final FileRepository files;
  private final ObjectRepository objects;
  private final Quota quota;
  private final ObjectStorage storage;
  private final Event<FileChanged> changes;

  FileRegister(
      FileRepository files,
      ObjectRepository objects,
      Quota quota,
      ObjectStorage storage,
      Event<FileChanged> changes) {
    this.files = files;
    this.objects = objects;
    this.quota = quota;
    this.storage = storage;
    this.changes = changes;
  }

  /**
   * Takes the file in, with the room's own object instead if that has the same bytes; should the
   * store have lost it, they are there again afterwards. Discards the new object if there will
   * certainly be no row. After a commit that failed, nobody knows whether there is one: the object
   * stays, and the sweeper looks again.
   */
  @Transactional
  void add(StoredFile file) {
    String key = file.object().key();
    try {
      quota.charge(file);
      ObjectRepository.Claim claim = objects.claim(file);
      file.objectId = claim.objectId();
      file.preview = claim.preview();
      if (!file.object().key().equals(key) && !storage.has(file.object().key())) {
        storage.copy(key, file.object().key());
      }
      files.persistAndFlush(file);
    } catch (RuntimeException e) {
      storage.discard(key);
      throw e;
    }
    changes.fire(new FileChanged());
  }

  /** Whether it was there to be deleted: of several at once, one deletes it. */
  @Transactional
  boolean delete(StoredFile file, String userId) {
    boolean deleted =
        files.update(
                "deletedAt = ?1, deletedBy = ?2 where fileId = ?3 and deletedAt is null",
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                userId,
                file.fileId)
            == 1;
    if (deleted) {
      quota.release(file);
      changes.fire(new FileChanged());
    }
    return deleted;
  }
}
