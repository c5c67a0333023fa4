package org.andon.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.http.Method;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectStoreTest {

  private static final String BUCKET = "andon-files";

  @TempDir Path directory;

  @Test
  void an_object_is_there_after_a_restart() throws Exception {
    try (var store = start(directory)) {
      store.createBucket(BUCKET);
      put(client(store, "secret"), "room/photo.jpg", "溫度");
    }

    try (var store = start(directory)) {
      store.createBucket(BUCKET);
      assertThat(get(client(store, "secret"), "room/photo.jpg")).isEqualTo("溫度");
    }
  }

  @Test
  void a_wrong_key_is_refused() {
    try (var store = start(null)) {
      store.createBucket(BUCKET);
      var stranger = client(store, "guess");

      assertThatThrownBy(
              () -> stranger.bucketExists(BucketExistsArgs.builder().bucket(BUCKET).build()))
          .isInstanceOf(ErrorResponseException.class);
    }
  }

  @Test
  void a_presigned_url_gives_the_object_and_a_tampered_one_does_not() throws Exception {
    try (var store = start(null);
        var http = HttpClient.newHttpClient()) {
      store.createBucket(BUCKET);
      var client = client(store, "secret");
      put(client, "a.txt", "hello");
      put(client, "b.txt", "private");
      var url =
          client.getPresignedObjectUrl(
              GetPresignedObjectUrlArgs.builder()
                  .method(Method.GET)
                  .bucket(BUCKET)
                  .object("a.txt")
                  .expiry(60)
                  .build());

      assertThat(fetch(http, url).body()).isEqualTo("hello");
      assertThat(fetch(http, url.replace("a.txt", "b.txt")).statusCode()).isEqualTo(403);
    }
  }

  private static ObjectStore start(Path directory) {
    return ObjectStore.start(directory, 0, "andon", "secret");
  }

  private static MinioClient client(ObjectStore store, String secretKey) {
    return MinioClient.builder()
        .endpoint(store.endpoint().toString())
        .credentials("andon", secretKey)
        .region("us-east-1")
        .build();
  }

  private static void put(MinioClient client, String name, String text) throws Exception {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var stored =
        client.putObject(
            PutObjectArgs.builder().bucket(BUCKET).object(name).stream(
                    new ByteArrayInputStream(bytes), bytes.length, -1)
                .build());
    assertThat(stored.etag()).isNotBlank();
  }

  private static String get(MinioClient client, String name) throws Exception {
    try (var object =
        client.getObject(GetObjectArgs.builder().bucket(BUCKET).object(name).build())) {
      return new String(object.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static HttpResponse<String> fetch(HttpClient http, String url) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
