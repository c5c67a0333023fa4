package org.andon.file.file;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import org.andon.file.access.RoomAccess;
import org.andon.file.storage.ObjectStorage;
import org.andon.file.web.CurrentUser;

/**
 * Takes files in: first the bytes into the store, then the row, so a row never points at nothing.
 */
@ApplicationScoped
class FileUploads {
  private final RoomAccess access;
  private final Inspection inspection;
  private final ObjectStorage storage;
  private final FileRegister register;

  FileUploads(
      RoomAccess access, Inspection inspection, ObjectStorage storage, FileRegister register) {
    this.access = access;
    this.inspection = inspection;
    this.storage = storage;
    this.register = register;
  }

  /**
   * A file that has arrived, still outside the store.
   *
   * @param name as the client sent it
   */
  record Arrival(Path content, String name, long size, String description) {}

  StoredFile take(UUID roomId, Arrival arrival, CurrentUser user) {
    access.requireWrite(roomId, user);
    StoredFile file = describe(roomId, arrival, user);
    storage.put(file.objectKey(), arrival.content(), file.contentType);
    register.add(file);
    return file;
  }

  private StoredFile describe(UUID roomId, Arrival arrival, CurrentUser user) {
    try {
      FileName name = FileName.of(arrival.name());
      Inspection.Result result =
          inspection.inspect(arrival.content(), name.value(), arrival.size());
      StoredFile file = new StoredFile();
      file.fileId = UuidCreator.getTimeOrderedEpoch();
      file.roomId = roomId;
      file.fileName = name.value();
      file.contentType = result.contentType();
      file.kind = result.kind();
      file.size = arrival.size();
      file.sha256 = sha256(arrival.content());
      if (result.image() != null) {
        file.width = result.image().width();
        file.height = result.image().height();
      }
      file.description = arrival.description();
      file.uploadedBy = user.id();
      file.uploadedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      DigestInputStream digesting =
          new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"));
      digesting.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
