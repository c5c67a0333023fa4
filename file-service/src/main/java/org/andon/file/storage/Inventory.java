package org.andon.file.storage;

import io.minio.ListObjectsArgs;
import io.minio.MinioAsyncClient;
import io.minio.Result;
import io.minio.messages.Item;
import io.minio.messages.ListMultipartUploadsResult;
import io.minio.messages.Upload;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is in the store, to be compared with what should be. All block, as ObjectStorage does. */
@ApplicationScoped
public class Inventory {
  private final MinioAsyncClient store;
  private final Bucket bucket;

  Inventory(MinioAsyncClient store, Bucket bucket) {
    this.store = store;
    this.bucket = bucket;
  }

  /**
   * An object of ours, or a preview of one.
   *
   * @param modifiedAt when it was put
   */
  public record Entry(String key, ObjectRef object, Instant modifiedAt) {}

  /**
   * Files' objects in the order of keys.
   *
   * @param after the key to begin behind, or empty
   */
  public List<Entry> files(String after, int limit) {
    return list(ObjectRef.FILES, after, limit);
  }

  /** Previews in the order of keys. */
  public List<Entry> previews(String after, int limit) {
    return list(ObjectRef.PREVIEWS, after, limit);
  }

  /**
   * Gives up uploads that nobody has finished, with the parts that have arrived.
   *
   * @param limit how many to ask the store for at once
   */
  public void abortUploads(Instant begunBefore, int limit) {
    ListMultipartUploadsResult page;
    String key = null;
    String uploadId = null;
    do {
      page = uploads(key, uploadId, limit);
      for (Upload upload : page.uploads()) {
        if (upload.initiated().toInstant().isBefore(begunBefore)) {
          abort(upload);
        }
      }
      key = page.nextKeyMarker();
      uploadId = page.nextUploadIdMarker();
    } while (page.isTruncated());
  }

  private ListMultipartUploadsResult uploads(String afterKey, String afterUploadId, int limit) {
    return StoreCalls.await(
            bucket.name(),
            () ->
                store.listMultipartUploadsAsync(
                    bucket.ready(),
                    null,
                    null,
                    null,
                    afterKey,
                    limit,
                    ObjectRef.FILES,
                    afterUploadId,
                    null,
                    null))
        .result();
  }

  private void abort(Upload upload) {
    try {
      var _ =
          StoreCalls.await(
              upload.objectName(),
              () ->
                  store.abortMultipartUploadAsync(
                      bucket.name(), null, upload.objectName(), upload.uploadId(), null, null));
    } catch (StorageException.ObjectMissing e) {
      // Finished or given up meanwhile.
    }
  }

  private List<Entry> list(String prefix, String after, int limit) {
    Iterable<Result<Item>> items =
        store.listObjects(
            ListObjectsArgs.builder()
                .bucket(bucket.ready())
                .prefix(prefix)
                .startAfter(after.isEmpty() ? null : after)
                .recursive(true)
                .maxKeys(limit)
                .build());
    return StoreCalls.run(
        prefix,
        () -> {
          List<Entry> entries = new ArrayList<>(limit);
          for (Result<Item> item : items) {
            Item found = item.get();
            ObjectRef.of(found.objectName())
                .map(
                    object ->
                        new Entry(found.objectName(), object, found.lastModified().toInstant()))
                .ifPresent(entries::add);
            if (entries.size() == limit) {
              break;
            }
          }
          return entries;
        });
  }
}
