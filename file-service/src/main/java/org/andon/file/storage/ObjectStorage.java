package org.andon.file.storage;

import com.google.common.collect.ImmutableMultimap;
import com.google.common.collect.Multimap;
import io.minio.CopyObjectArgs;
import io.minio.CopySource;
import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.MinioAsyncClient;
import io.minio.PutObjectArgs;
import io.minio.StatObjectArgs;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Puts, gets and removes objects. All block, and throw {@link StorageException}. */
@ApplicationScoped
public class ObjectStorage {
  /** Nobody asks the store: what a file is, its row says, and a presigned URL tells the store. */
  static final String CONTENT_TYPE = "application/octet-stream";

  static final Multimap<String, String> CONTENT_TYPE_HEADER =
      ImmutableMultimap.of("Content-Type", CONTENT_TYPE);

  private static final Logger LOG = Logger.getLogger(ObjectStorage.class);

  private final MinioAsyncClient store;
  private final Bucket bucket;
  private final StorageConfig config;
  private final SpoolDirectory spool;

  ObjectStorage(MinioAsyncClient store, Bucket bucket, StorageConfig config, SpoolDirectory spool) {
    this.store = store;
    this.bucket = bucket;
    this.config = config;
    this.spool = spool;
  }

  /** Begins to put what arrives little by little. */
  public Transfer begin(String key) {
    try {
      return new Transfer(store, bucket, key, spool.newFile(), config.partSize().asLongValue());
    } catch (IOException e) {
      throw new StorageException.Unavailable(e);
    }
  }

  /** Puts what is small and whole. */
  public void put(String key, byte[] content, String contentType) {
    var unused =
        StoreCalls.await(
            key,
            () ->
                store.putObject(
                    PutObjectArgs.builder().bucket(bucket.ready()).object(key).stream(
                            new ByteArrayInputStream(content), content.length, -1)
                        .contentType(contentType)
                        .build()));
  }

  /** The whole of a small object; empty if there is none. */
  public Optional<byte[]> find(String key) {
    try (InputStream bytes = get(GetObjectArgs.builder(), key)) {
      return Optional.of(bytes.readAllBytes());
    } catch (StorageException.ObjectMissing e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new StorageException.Unavailable(e);
    }
  }

  /** The caller closes the stream, which fails with an IOException should the store go away. */
  public InputStream get(String key, long offset, long length) {
    return new ObjectStream(key, get(GetObjectArgs.builder().offset(offset).length(length), key));
  }

  private GetObjectResponse get(GetObjectArgs.Builder what, String key) {
    return StoreCalls.await(
        key, () -> store.getObject(what.bucket(bucket.ready()).object(key).build()));
  }

  /** A copy on this pod's disk, for as long as {@code use} takes. */
  public <T> T withCopy(String key, Function<Path, T> use) {
    try {
      Path copy = spool.newFile();
      try (InputStream bytes = get(GetObjectArgs.builder(), key)) {
        Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
        return use.apply(copy);
      } finally {
        Files.deleteIfExists(copy);
      }
    } catch (IOException e) {
      throw new StorageException.Unavailable(e);
    }
  }

  /** Whether there is such an object. */
  public boolean has(String key) {
    try {
      var _ =
          StoreCalls.await(
              key,
              () ->
                  store.statObject(
                      StatObjectArgs.builder().bucket(bucket.ready()).object(key).build()));
      return true;
    } catch (StorageException.ObjectMissing e) {
      return false;
    }
  }

  /** Within the store; the bytes do not pass through here. */
  public void copy(String from, String to) {
    var _ =
        StoreCalls.await(
            to,
            () ->
                store.copyObject(
                    CopyObjectArgs.builder()
                        .bucket(bucket.ready())
                        .object(to)
                        .source(CopySource.builder().bucket(bucket.name()).object(from).build())
                        .build()));
  }

  /** Does nothing if there is no such object. */
  public void remove(String key) {
    StoreCalls.remove(store, bucket.name(), key);
  }

  /** As far as possible: what cannot be removed now is an orphan, which the sweeper removes. */
  public void discard(String key) {
    try {
      remove(key);
    } catch (StorageException e) {
      LOG.warnf("object left behind: key=%s reason=%s", key, e.toString());
    }
  }
}
