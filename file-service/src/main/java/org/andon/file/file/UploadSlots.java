package org.andon.file.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import org.andon.file.file.PersonalSlots.Slot;

/** Bounds what arrives on this pod at once, of all people and of each. */
@ApplicationScoped
class UploadSlots {
  private final FileLimits limits;
  private final PersonalSlots ofEach;
  private final Semaphore ofAll;

  UploadSlots(FileLimits limits) {
    this.limits = limits;
    this.ofEach = new PersonalSlots(limits.uploadsAtOncePerUser());
    this.ofAll = new Semaphore(limits.uploadsAtOnce());
  }

  /** Held for as long as an upload lasts. */
  Slot take(String userId) {
    Slot own =
        ofEach
            .take(userId)
            .orElseThrow(() -> new FileException.TooManyAtOnce(limits.uploadsAtOncePerUser()));
    if (!ofAll.tryAcquire()) {
      own.close();
      throw new FileException.Busy();
    }
    return () -> {
      own.close();
      ofAll.release();
    };
  }
}
