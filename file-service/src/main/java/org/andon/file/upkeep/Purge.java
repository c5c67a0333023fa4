package org.andon.file.upkeep;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.andon.file.preview.Previews;
import org.andon.file.storage.ObjectRef;
import org.andon.file.storage.ObjectStorage;
import org.jboss.logging.Logger;

/** Removes the bytes of what was deleted long ago, unless another file has them too. */
@ApplicationScoped
class Purge {
  private static final Logger LOG = Logger.getLogger(Purge.class);
  private static final int BATCH = 200;

  private final FilesGone files;
  private final Objects objects;
  private final ObjectStorage storage;
  private final Previews previews;

  Purge(FilesGone files, Objects objects, ObjectStorage storage, Previews previews) {
    this.files = files;
    this.objects = objects;
    this.storage = storage;
    this.previews = previews;
  }

  void purge(Instant deletedBefore) {
    files.ofRoomsDeleted(deletedBefore);
    files.letGo(deletedBefore);
    files.forgetUsage(LocalDate.now(ZoneOffset.UTC).minusDays(1));
    int removed = 0;
    List<ObjectRef> unneeded;
    do {
      unneeded = objects.unneeded(BATCH);
      for (ObjectRef object : unneeded) {
        removed += remove(object);
      }
    } while (unneeded.size() == BATCH);
    if (removed > 0) {
      LOG.infof("purged: objects=%d", removed);
    }
  }

  /** The row first: an object that nobody knows is harmless, and the sweep finds it. */
  private int remove(ObjectRef object) {
    if (!objects.forget(object)) {
      return 0;
    }
    previews.widths().forEach(width -> storage.discard(object.previewKey(width)));
    storage.discard(object.key());
    return 1;
  }
}
