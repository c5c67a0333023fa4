package org.andon.file.storage;

import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.RemoveObjectArgs;
import io.minio.UploadObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.jboss.logging.Logger;

/** Puts, gets and removes objects. All block, and throw {@link StorageException}. */
@ApplicationScoped
public class ObjectStorage {
  private static final Logger LOG = Logger.getLogger(ObjectStorage.class);

  /** More than the largest file: one PUT, so there is the whole object or none, no parts. */
  private static final long PART_BYTES = 64L * 1024 * 1024;

  private final MinioClient store;
  private final Bucket bucket;

  ObjectStorage(MinioClient store, Bucket bucket) {
    this.store = store;
    this.bucket = bucket;
  }

  public void put(String key, Path file, String contentType) {
    call(
        key,
        () ->
            store.uploadObject(
                UploadObjectArgs.builder()
                    .bucket(bucket.ready())
                    .object(key)
                    .filename(file.toString(), PART_BYTES)
                    .contentType(contentType)
                    .build()));
  }

  /** The caller closes the stream, which fails with an IOException should the store go away. */
  public InputStream get(String key, long offset, long length) {
    return call(
        key,
        () ->
            store.getObject(
                GetObjectArgs.builder()
                    .bucket(bucket.ready())
                    .object(key)
                    .offset(offset)
                    .length(length)
                    .build()));
  }

  /** As far as possible: what cannot be removed now is an orphan that no row points at. */
  public void discard(String key) {
    try {
      store.removeObject(RemoveObjectArgs.builder().bucket(bucket.name()).object(key).build());
    } catch (MinioException | IOException | GeneralSecurityException e) {
      LOG.warnf("object left behind: key=%s reason=%s", key, e.toString());
    }
  }

  private static <T> T call(String key, StoreCall<T> call) {
    try {
      return call.run();
    } catch (ErrorResponseException e) {
      throw e.errorResponse().code().equals("NoSuchKey")
          ? new StorageException.ObjectMissing(key, e)
          : new StorageException.Unavailable(e);
    } catch (MinioException | IOException | GeneralSecurityException e) {
      throw new StorageException.Unavailable(e);
    }
  }

  @FunctionalInterface
  private interface StoreCall<T> {
    T run() throws MinioException, IOException, GeneralSecurityException;
  }
}
