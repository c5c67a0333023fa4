package org.andon.file.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.andon.file.file.UploadForm.Content;
import org.andon.file.storage.Transfer;

/** A file while it arrives: counted, hashed, refused as soon as it is clear that it cannot stay. */
final class Intake implements UploadForm.Receiver {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final Inspection inspection;
  private final Transfer transfer;
  private final boolean passOn;
  private final MessageDigest digest = sha256();
  private FileName name;
  private long maxBytes;

  /**
   * @param passOn whether parts may go to the store before the whole was looked at
   */
  Intake(Inspection inspection, FileLimits limits, Transfer transfer, boolean passOn) {
    this.inspection = inspection;
    this.transfer = transfer;
    this.passOn = passOn;
    this.maxBytes = limits.maxBytes();
  }

  @Override
  public void file(String sentName, Content content) {
    name = FileName.of(sentName);
    byte[] buffer = new byte[BUFFER_BYTES];
    boolean glanced = false;
    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
      take(buffer, read);
      if (!glanced && transfer.size() >= Inspection.GLANCE_BYTES) {
        maxBytes = glance();
        glanced = true;
      }
      refuseIfTooLarge();
      if (glanced && passOn) {
        transfer.passOn();
      }
    }
  }

  FileName name() {
    return name;
  }

  /** Lower-case hexadecimal; once, at the end. */
  String sha256Hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  Inspection.Result inspect() {
    try {
      return inspection.inspect(transfer.content(), name.value(), transfer.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(byte[] bytes, int length) {
    digest.update(bytes, 0, length);
    transfer.write(bytes, length);
  }

  private long glance() {
    try {
      return inspection.glance(transfer.content(), name.value());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void refuseIfTooLarge() {
    if (transfer.size() > maxBytes) {
      throw new FileException.TooLarge(maxBytes);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
