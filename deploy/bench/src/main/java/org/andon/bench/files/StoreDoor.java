package org.andon.bench.files;

import io.minio.GetPresignedObjectUrlArgs;
import io.minio.MinioClient;
import io.minio.http.Method;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.andon.bench.stack.ObjectStoreAccess;

/** The same bytes to and from the object store, by the same client, with nothing between. */
final class StoreDoor implements AutoCloseable {
  private final ObjectStoreAccess access;
  private final MinioClient signer;
  private final Path content;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  StoreDoor(ObjectStoreAccess access, Path content) {
    this.access = access;
    this.content = content;
    this.signer =
        MinioClient.builder()
            .endpoint(access.endpoint().toString())
            .region("us-east-1")
            .credentials(access.accessKey(), access.secretKey())
            .build();
  }

  String upload(String key) throws Exception {
    String url =
        signer.getPresignedObjectUrl(
            GetPresignedObjectUrlArgs.builder()
                .method(Method.PUT)
                .bucket(access.bucket())
                .object(key)
                .build());
    int status =
        http.send(
                HttpRequest.newBuilder(URI.create(url)).PUT(BodyPublishers.ofFile(content)).build(),
                BodyHandlers.discarding())
            .statusCode();
    if (status != 200) {
      throw new IOException("the store answered " + status);
    }
    return key;
  }

  String download(URI url) throws IOException, InterruptedException {
    return Downloads.read(http, HttpRequest.newBuilder(url).build());
  }

  @Override
  public void close() throws Exception {
    http.close();
    signer.close();
  }
}
