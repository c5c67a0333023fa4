package org.andon.file.upkeep;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.andon.file.storage.ObjectRef;
import org.andon.file.storage.ObjectStorage;

/** Gives up objects that the store does not have. */
@ApplicationScoped
class LostObjects {
  private final Objects objects;
  private final FilesGone files;
  private final ObjectStorage storage;

  LostObjects(Objects objects, FilesGone files, ObjectStorage storage) {
    this.objects = objects;
    this.files = files;
    this.storage = storage;
  }

  /** Whether it was lost after all: an upload of the same bytes may have brought it back. */
  @Transactional
  public boolean giveUp(ObjectRef object) {
    if (!objects.lock(object) || storage.has(object.key())) {
      return false;
    }
    files.lost(object.objectId());
    return objects.forget(object);
  }
}
