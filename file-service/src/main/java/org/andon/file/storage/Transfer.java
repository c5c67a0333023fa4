package org.andon.file.storage;

import io.minio.MinioAsyncClient;
import io.minio.UploadObjectArgs;
import io.minio.messages.Part;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * An object on its way into the store. What was written goes to this pod's disk, since some types
 * can only be told from the whole, and from there on to the store in parts; so memory holds no
 * part, and a slow client no connection to the store. The object is there only after {@link
 * #finish}; a transfer that is closed before leaves nothing. Not for several threads; all but
 * {@link #size} block.
 */
public final class Transfer implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Transfer.class);

  private final MinioAsyncClient store;
  private final Bucket bucket;
  private final String key;
  private final long partBytes;
  private final Path content;
  private final OutputStream output;
  private final List<Part> parts = new ArrayList<>();
  private long size;
  private long sent;
  private String uploadId;
  private State state = State.OPEN;

  private enum State {
    OPEN,
    FINISHING,
    FINISHED
  }

  Transfer(MinioAsyncClient store, Bucket bucket, String key, Path content, long partBytes)
      throws IOException {
    this.store = store;
    this.bucket = bucket;
    this.key = key;
    this.content = content;
    this.partBytes = partBytes;
    this.output = Files.newOutputStream(content);
  }

  /** In bytes, so far. */
  public long size() {
    return size;
  }

  /** All that was written so far, for whoever has to look at it; gone when this is closed. */
  public Path content() {
    return content;
  }

  /** Appends to what will be the object. */
  public void write(byte[] bytes, int length) {
    try {
      output.write(bytes, 0, length);
      size += length;
    } catch (IOException e) {
      throw new StorageException.Unavailable(e);
    }
  }

  /** Passes on the parts that are whole by now. */
  public void passOn() {
    while (size - sent >= partBytes) {
      sendPart(partBytes);
    }
  }

  /** Makes the object of all that was written. */
  public void finish() {
    state = State.FINISHING;
    if (size <= partBytes && uploadId == null) {
      putWhole();
    } else {
      passOn();
      if (size > sent) {
        sendPart(size - sent);
      }
      StoreCalls.await(
          key,
          () ->
              store.completeMultipartUploadAsync(
                  bucket.ready(), null, key, uploadId, parts.toArray(Part[]::new), null, null));
    }
    state = State.FINISHED;
  }

  private void putWhole() {
    StoreCalls.await(
        key,
        () ->
            store.uploadObject(
                UploadObjectArgs.builder()
                    .bucket(bucket.ready())
                    .object(key)
                    .filename(content.toString(), partBytes)
                    .contentType(ObjectStorage.CONTENT_TYPE)
                    .build()));
  }

  private void sendPart(long length) {
    if (uploadId == null) {
      uploadId =
          StoreCalls.await(
                  key,
                  () ->
                      store.createMultipartUploadAsync(
                          bucket.ready(), null, key, ObjectStorage.CONTENT_TYPE_HEADER, null))
              .result()
              .uploadId();
    }
    int number = parts.size() + 1;
    try (RandomAccessFile part = new RandomAccessFile(content.toFile(), "r")) {
      part.seek(sent);
      var answer =
          StoreCalls.await(
              key,
              () ->
                  store.uploadPartAsync(
                      bucket.ready(), null, key, part, length, uploadId, number, null, null));
      parts.add(new Part(number, answer.etag()));
      sent += length;
    } catch (IOException e) {
      throw new StorageException.Unavailable(e);
    }
  }

  @Override
  public void close() {
    try {
      output.close();
      Files.deleteIfExists(content);
    } catch (IOException e) {
      LOG.warnf("a file is left on the disk: path=%s reason=%s", content, e.toString());
    }
    if (state != State.FINISHED) {
      giveUp();
    }
  }

  /** As far as possible; what the store is too far away to forget, the sweeper makes it forget. */
  private void giveUp() {
    try {
      if (uploadId != null) {
        StoreCalls.await(
            key,
            () -> store.abortMultipartUploadAsync(bucket.name(), null, key, uploadId, null, null));
      }
      if (state == State.FINISHING) {
        // The answer may have been lost, not the object.
        StoreCalls.remove(store, bucket.name(), key);
      }
    } catch (StorageException e) {
      LOG.warnf("an upload is left behind: key=%s reason=%s", key, e.getCause().toString());
    }
  }
}
