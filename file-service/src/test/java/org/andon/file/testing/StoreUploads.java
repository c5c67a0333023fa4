package org.andon.file.testing;

import io.minio.MinioAsyncClient;
import io.minio.messages.Upload;
import java.util.List;

/** Uploads in parts that the store knows of, past the service. */
public record StoreUploads(MinioAsyncClient store) {
  private static final String BUCKET = "andon-files";

  public void begin(String key) {
    try {
      store.createMultipartUploadAsync(BUCKET, null, key, null, null).get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** The keys of those that have neither been finished nor given up. */
  public List<String> begun(String prefix) {
    try {
      return store
          .listMultipartUploadsAsync(BUCKET, null, null, null, null, 1000, prefix, null, null, null)
          .get()
          .result()
          .uploads()
          .stream()
          .map(Upload::objectName)
          .toList();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
