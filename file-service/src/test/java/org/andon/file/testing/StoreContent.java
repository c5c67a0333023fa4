package org.andon.file.testing;

import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What lies in the store, past the service. */
public record StoreContent(MinioClient store) {
  private static final String BUCKET = "andon-files";

  /** The keys of a room's files. */
  public List<String> files(UUID room) {
    return keys("rooms/" + room + "/");
  }

  public List<String> previews(UUID room) {
    return keys("previews/" + room + "/");
  }

  public void put(String key, byte[] content) {
    try {
      store.putObject(
          PutObjectArgs.builder().bucket(BUCKET).object(key).stream(
                  new ByteArrayInputStream(content), content.length, -1)
              .build());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  public void remove(String key) {
    try {
      store.removeObject(RemoveObjectArgs.builder().bucket(BUCKET).object(key).build());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private List<String> keys(String prefix) {
    List<String> keys = new ArrayList<>();
    try {
      for (var found :
          store.listObjects(
              ListObjectsArgs.builder().bucket(BUCKET).prefix(prefix).recursive(true).build())) {
        keys.add(found.get().objectName());
      }
      return keys;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
