package org.andon.file.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** Uploads as a browser makes them: names in UTF-8, as they are. */
public final class Uploads {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Uploads() {}

  /** An answer to an upload. */
  public record Answer(int status, String contentType, JsonPath body) {
    public String code() {
      return body.getString("code");
    }

    public String field() {
      return body.getString("errors[0].field");
    }
  }

  public static Answer upload(String userId, UUID roomId, String fileName, byte[] content) {
    return upload(userId, roomId, fileName, content, null);
  }

  public static Answer upload(
      String userId, UUID roomId, String fileName, byte[] content, String description) {
    String boundary = "andon-" + UUID.randomUUID();
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    if (fileName != null) {
      part(form, boundary, "name=\"file\"; filename=\"" + fileName + "\"", content);
    }
    if (description != null) {
      part(form, boundary, "name=\"description\"", description.getBytes(UTF_8));
    }
    form.writeBytes(("--" + boundary + "--\r\n").getBytes(UTF_8));
    return send(
        HttpRequest.newBuilder(uri("/api/rooms/" + roomId + "/files"))
            .header("Authorization", "Bearer " + People.token(userId))
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofByteArray(form.toByteArray()))
            .build());
  }

  /** Uploads what must be taken; returns the file's id. */
  public static String uploaded(String userId, UUID roomId, String fileName, byte[] content) {
    Answer answer = upload(userId, roomId, fileName, content);
    if (answer.status() != 201) {
      throw new AssertionError(answer.status() + " " + answer.body().prettify());
    }
    return answer.body().getString("file_id");
  }

  private static void part(
      ByteArrayOutputStream form, String boundary, String disposition, byte[] content) {
    form.writeBytes(
        ("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n")
            .getBytes(UTF_8));
    if (disposition.contains("filename")) {
      form.writeBytes("Content-Type: application/octet-stream\r\n".getBytes(UTF_8));
    }
    form.writeBytes("\r\n".getBytes(UTF_8));
    form.writeBytes(content);
    form.writeBytes("\r\n".getBytes(UTF_8));
  }

  private static Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(null),
          JsonPath.from(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static URI uri(String path) {
    int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
