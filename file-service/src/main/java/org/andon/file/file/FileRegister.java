package org.andon.file.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

/** The transaction that makes a stored object a file of a room. */
@ApplicationScoped
class FileRegister {
  private final FileRepository files;
  private final Event<FileUploaded> uploads;

  FileRegister(FileRepository files, Event<FileUploaded> uploads) {
    this.files = files;
    this.uploads = uploads;
  }

  @Transactional
  void add(StoredFile file) {
    files.persist(file);
    uploads.fire(new FileUploaded());
  }
}
