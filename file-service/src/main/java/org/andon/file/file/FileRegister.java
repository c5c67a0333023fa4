package org.andon.file.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import org.andon.file.storage.ObjectStorage;

/** The transaction that makes a stored object a file of a room. */
@ApplicationScoped
class FileRegister {
  private final FileRepository files;
  private final ObjectStorage storage;
  private final Event<FileUploaded> uploads;

  FileRegister(FileRepository files, ObjectStorage storage, Event<FileUploaded> uploads) {
    this.files = files;
    this.storage = storage;
    this.uploads = uploads;
  }

  /**
   * Discards the object if there will certainly be no row. After a commit that failed, nobody knows
   * whether there is one: the object stays, since an orphan is harmless and a row that points at
   * nothing is not.
   */
  @Transactional
  void add(StoredFile file) {
    try {
      files.persistAndFlush(file);
    } catch (RuntimeException e) {
      storage.discard(file.objectKey());
      throw e;
    }
    uploads.fire(new FileUploaded());
  }
}
