package org.andon.file.file;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.andon.file.access.RoomAccess;
import org.andon.file.file.PersonalSlots.Slot;
import org.andon.file.scan.VirusScanner;
import org.andon.file.storage.ObjectRef;
import org.andon.file.storage.ObjectStorage;
import org.andon.file.storage.Transfer;
import org.andon.http.CurrentUser;
import org.andon.http.Text;

/**
 * Takes files in: first the bytes into the store, then the row, so a row never points at nothing.
 */
@ApplicationScoped
class FileUploads {
  private final RoomAccess access;
  private final Quota quota;
  private final UploadSlots slots;
  private final Inspection inspection;
  private final VirusScanner scanner;
  private final FileLimits limits;
  private final ObjectStorage storage;
  private final FileRegister register;
  private final Validator validator;
  private final UploadMeters meters;

  FileUploads(
      RoomAccess access,
      Quota quota,
      UploadSlots slots,
      Inspection inspection,
      VirusScanner scanner,
      FileLimits limits,
      ObjectStorage storage,
      FileRegister register,
      Validator validator,
      UploadMeters meters) {
    this.meters = meters;
    this.access = access;
    this.quota = quota;
    this.slots = slots;
    this.inspection = inspection;
    this.scanner = scanner;
    this.limits = limits;
    this.storage = storage;
    this.register = register;
    this.validator = validator;
  }

  /** What comes with a file. */
  private record Fields(@Text(max = 5_000) String description) {}

  /**
   * @param contentType of the body, with the boundary between its parts
   */
  StoredFile take(UUID roomId, String contentType, InputStream body, CurrentUser user) {
    return meters.counted(() -> taken(roomId, contentType, body, user));
  }

  private StoredFile taken(UUID roomId, String contentType, InputStream body, CurrentUser user) {
    access.requireWrite(roomId, user);
    quota.requireSome(roomId, user.id());
    long maxBytes = limits.maxBytes() + limits.maxFormOverhead().asLongValue();
    UploadForm form =
        new UploadForm(contentType, new TimelyStream(body, limits.uploadTime()), maxBytes);
    UUID objectId = UuidCreator.getTimeOrderedEpoch();
    StoredFile file;
    try (Slot _ = slots.take(user.id());
        Transfer transfer = storage.begin(new ObjectRef(roomId, objectId).key())) {
      Intake intake = new Intake(inspection, limits, transfer, !scanner.isOn());
      String description = valid(form.read(intake));
      file = describe(intake, transfer.size());
      file.roomId = roomId;
      file.objectId = objectId;
      file.description = description;
      file.uploadedBy = user.id();
      scanner.requireClean(transfer.content());
      // A file may take minutes to arrive, and a membership ends in a moment.
      access.requireWrite(roomId, user);
      transfer.finish();
    }
    register.add(file);
    if (!file.objectId.equals(objectId)) {
      storage.discard(new ObjectRef(roomId, objectId).key());
    }
    return file;
  }

  private static StoredFile describe(Intake intake, long size) {
    Inspection.Result result = intake.inspect();
    StoredFile file = new StoredFile();
    file.fileId = UuidCreator.getTimeOrderedEpoch();
    file.fileName = intake.name().value();
    file.contentType = result.contentType();
    file.kind = result.kind();
    file.size = size;
    file.sha256 = intake.sha256Hex();
    if (result.image() != null) {
      file.width = result.image().width();
      file.height = result.image().height();
    }
    file.uploadedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return file;
  }

  private String valid(String description) {
    Set<ConstraintViolation<Fields>> faults = validator.validate(new Fields(description));
    if (!faults.isEmpty()) {
      throw new ConstraintViolationException(faults);
    }
    return description;
  }
}
