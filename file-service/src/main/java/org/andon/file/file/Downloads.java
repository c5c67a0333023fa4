package org.andon.file.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.andon.file.file.PersonalSlots.Slot;
import org.andon.file.storage.ObjectStorage;

/** Opens what is downloaded, of each person so much at once. */
@ApplicationScoped
class Downloads {
  private final ObjectStorage storage;
  private final FileLimits limits;
  private final PersonalSlots slots;

  Downloads(ObjectStorage storage, FileLimits limits) {
    this.storage = storage;
    this.limits = limits;
    this.slots = new PersonalSlots(limits.downloadsAtOncePerUser());
  }

  /** Counts until the download's bytes are closed. */
  Download open(StoredFile file, ByteRange range, String userId) {
    int max = limits.downloadsAtOncePerUser();
    Slot slot = slots.take(userId).orElseThrow(() -> new FileException.TooManyDownloads(max));
    try {
      InputStream bytes = storage.get(file.object().key(), range.first(), range.length());
      return new Download(new Counted(bytes, slot), range.length());
    } catch (RuntimeException e) {
      slot.close();
      throw e;
    }
  }

  private static final class Counted extends FilterInputStream {
    private final Slot slot;

    Counted(InputStream bytes, Slot slot) {
      super(bytes);
      this.slot = slot;
    }

    @Override
    public void close() throws IOException {
      try (slot) {
        super.close();
      }
    }
  }
}
